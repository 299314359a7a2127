"""The site, its organisations and services, and the logins."""

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.cli.demo_town.details import details_of, point_in
from kith.cli.demo_town.files import Entry
from kith.cli.demo_town.town import PASSWORD, SYSTEM, Town
from kith.core import clock
from kith.core.actions.set_public_face import set_public_face
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.viewer import Role
from kith.directory.actions.add_organization import add_organization
from kith.directory.actions.add_service import add_service
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.set_places import set_places
from kith.directory.terms import ConfirmedHow, OrganizationKind, Topic


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
    set_public_face(
        SYSTEM,
        public_name="",
        is_discreet=False,
        left_out_pages=[],
        text_line=site.text("text_line"),
        text_line_words=site.text("text_line_words"),
        safety_line=site.text("safety_line"),
        safety_line_words=site.text("safety_line_words"),
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
            details=details_of(town, entry, _phone_of(files, owner), point_in(files, entry.text("area"))),
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
