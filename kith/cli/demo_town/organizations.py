"""The site, its organisations and services, and the logins."""

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.cli.demo_town.files import Entry
from kith.cli.demo_town.town import PASSWORD, SYSTEM, Town
from kith.core import clock
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.viewer import Role
from kith.directory.actions.add_organization import add_organization
from kith.directory.actions.add_service import add_service
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.set_places import set_places
from kith.directory.records import (
    AddressRecord,
    LocationRecord,
    PhoneRecord,
    PlaceRecord,
    ScheduleRecord,
    ServiceDetails,
)
from kith.directory.terms import ConfirmedHow, OrganizationKind, Topic

DAY_CODES = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}


def add_organizations(town: Town, files: Entry) -> None:
    """List every organisation, and a login for its named contact."""
    for entry in files.entries("organization"):
        key = entry.text("key")
        town.organizations[key] = add_organization(
            SYSTEM,
            name=entry.text("name"),
            description=entry.text("description"),
            email="",
            website="",
            kind=OrganizationKind(entry.text("kind")),
        )
        contact = entry.entry("contact")
        town.users[f"contact:{key}"] = create_user(
            SYSTEM,
            email=contact.text("email"),
            display_name=contact.text("name"),
            password=None,
            is_demo=True,
        )
        add_member(
            SYSTEM,
            user_id=town.users[f"contact:{key}"],
            organization_id=town.organizations[key],
            role=Role.COORDINATOR,
        )


def add_logins(town: Town, files: Entry) -> None:
    """The logins that the first page prints."""
    for entry in files.entries("login"):
        name = entry.text("name")
        town.users[name] = create_user(
            SYSTEM,
            email=f"{name}@demo.example",
            display_name=entry.text("shown"),
            password=PASSWORD,
            is_demo=True,
        )
        for role in entry.texts("roles"):
            add_member(
                SYSTEM,
                user_id=town.users[name],
                organization_id=town.organizations[entry.text("organization")],
                role=Role(role),
            )


def set_site(town: Town, files: Entry) -> None:
    """Whose site it is, its crisis lines, and who answers people who come by themselves."""
    site = files.entry("site")
    set_site_profile(
        SYSTEM,
        name=site.text("name"),
        host_organization_id=town.organizations[site.text("host")],
        duty_user_id=town.users["navigator"],
        country=site.text("country"),
        emergency_number=site.text("emergency_number"),
        talk_line=site.text("talk_line"),
        talk_line_words=site.text("talk_line_words"),
        jurisdiction=site.text("jurisdiction"),
        timezone=town.timezone,
        is_demo=True,
    )


def add_services(town: Town, files: Entry) -> None:
    """List every service, with its places where they are known, confirmed by phone lately."""
    for entry in files.entries("service"):
        key, owner = entry.text("key"), entry.text("organization")
        town.owners[key] = owner
        town.services[key] = add_service(
            SYSTEM,
            organization_id=town.organizations[owner],
            name=entry.text("name"),
            description=entry.text("description"),
            languages=entry.texts("languages"),
            topics=[Topic(topic) for topic in entry.texts("topics")],
            details=_details(town, entry, _phone_of(files, owner), files.entry("areas")),
        )


def confirm_services(town: Town, files: Entry) -> None:
    """Someone phoned twelve days ago; places were told yesterday."""
    for entry in files.entries("service"):
        service_id, places = town.services[entry.text("key")], entry.number("places")
        with clock.at(town.moment(-12)):
            confirm_listing(SYSTEM, service_id=service_id, how=ConfirmedHow.BY_PHONE)
        with clock.at(town.moment(-1)):
            if places is not None:
                set_places(SYSTEM, service_id=service_id, places_left=places, as_of=clock.now())


def _phone_of(files: Entry, owner: str) -> str:
    entry = next(entry for entry in files.entries("organization") if entry.text("key") == owner)
    return entry.entry("contact").text("phone")


def _details(town: Town, entry: Entry, phone: str, areas: Entry) -> ServiceDetails:
    area = entry.text("area")
    point = areas.fields[area]
    latitude, longitude = point if isinstance(point, list) else (None, None)
    return ServiceDetails(
        fees_description=entry.text("cost"),
        papers=entry.text("papers", ""),
        timezone=town.timezone,
        shows_places=entry.flag("shows_places", default=True),
        phones=(PhoneRecord(number=phone, type="voice"),),
        schedules=tuple(_hours(line) for line in entry.texts("hours")),
        places=(
            PlaceRecord(
                location=LocationRecord(
                    name=area,
                    latitude=latitude if isinstance(latitude, float) else None,
                    longitude=longitude if isinstance(longitude, float) else None,
                    timezone=town.timezone,
                    is_confidential=not entry.flag("shows_places", default=True),
                    addresses=(AddressRecord(address_1=f"1 {area} Street", city=area, country="US"),),
                )
            ),
        ),
    )


def _hours(line: str) -> ScheduleRecord:
    day, span = line.split(" ")
    opens, closes = span.split("-")
    return ScheduleRecord(freq="WEEKLY", byday=DAY_CODES[day], opens_at=opens, closes_at=closes)
