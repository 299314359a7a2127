"""Organisations that are listed and are no partners, with their services."""

from uuid import UUID

from kith.cli.demo_town.details import details_of, point_in
from kith.cli.demo_town.files import Entry
from kith.cli.demo_town.town import SYSTEM, Town
from kith.core import clock
from kith.directory.actions.add_organization import add_organization
from kith.directory.actions.add_service import add_service
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.set_places import set_places
from kith.directory.actions.set_places_by_kind import ToldPlaces, set_places_by_kind
from kith.directory.terms import ConfirmedHow, OrganizationKind, PlacesFor, PlacesUnit, Topic

LONGEST_AGO = -10


def add_listed(town: Town, files: Entry) -> None:
    """List them with their services; confirmed and told at the moments that the file says."""
    for entry in files.entries("listed"):
        organization_id = add_organization(
            SYSTEM,
            name=entry.text("name"),
            description=entry.text("description"),
            email="",
            website="",
            kind=OrganizationKind(entry.text("kind")),
        )
        town.organizations[entry.text("key")] = organization_id
        for number, service in enumerate(entry.entries("service")):
            key = f"{entry.text('key')}.{number}"
            town.owners[key] = entry.text("key")
            town.services[key] = _add(town, files, entry, service)


def confirm_listed(town: Town, files: Entry) -> None:
    """Some were confirmed yesterday, some long ago, some never; places were told at most ten days ago."""
    for entry in files.entries("listed"):
        confirmed = entry.number("confirmed")
        if confirmed is None:
            continue
        for number, service in enumerate(entry.entries("service")):
            service_id = town.services[f"{entry.text('key')}.{number}"]
            with clock.at(town.moment(confirmed)):
                confirm_listing(SYSTEM, service_id=service_id, how=ConfirmedHow.BY_PHONE)
            with clock.at(town.moment(max(confirmed, LONGEST_AGO))):
                _tell_places(service_id, service)


def _add(town: Town, files: Entry, owner: Entry, service: Entry) -> UUID:
    return add_service(
        SYSTEM,
        organization_id=town.organizations[owner.text("key")],
        name=service.text("name"),
        description=service.text("description"),
        languages=service.texts("languages"),
        topics=[Topic(topic) for topic in service.texts("topics")],
        details=details_of(town, service, owner.text("phone"), point_in(files, owner.text("area"))),
    )


def _tell_places(service_id: UUID, service: Entry) -> None:
    kinds = [line.split(" ") for line in service.texts("kinds")]
    if kinds:
        told = [ToldPlaces(PlacesUnit(unit), PlacesFor(whom), int(left)) for unit, whom, left in kinds]
        set_places_by_kind(SYSTEM, service_id=service_id, told=told, as_of=clock.now())
        return
    left = service.number("places")
    if left is not None:
        set_places(SYSTEM, service_id=service_id, places_left=left, as_of=clock.now())
