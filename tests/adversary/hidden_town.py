"""The small town with a refuge in it: everything that leads to its door is a canary."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from django.apps import apps
from django.db import connection

from kith.core.viewer import Viewer
from kith.directory.actions.edit_listing import edit_listing
from kith.directory.actions.set_licence import set_licence
from kith.directory.generations import build, folder_of, state_now
from kith.directory.keeping.current import mark_of_text
from kith.directory.models import Location, Service, ServiceAtLocation, Sourced, SourceRecord
from kith.directory.queries.import_report import ImportReport, import_report
from kith.directory.records import Json
from kith.directory.terms import ChangedHow, ListingKind
from kith.exchange.hsds.take_in import take_in
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.actions.welcome_partner import welcome_partner
from tests.adversary.canaries import Canaries, source_key
from tests.factories.care import CODE, CareTown, a_care_town
from tests.factories.directory import SYSTEM, coordinator_of
from tests.factories.partnerships import OFFICE, a_contact, in_force

SOURCE = "The county's list"
# The only tables in which the secret may lie: the place, what hangs on it, and the source's own words.
MAY_HOLD = {
    "directory_accessibility",
    "directory_address",
    "directory_attribute",
    "directory_contact",
    "directory_field_change",
    "directory_language",
    "directory_location",
    "directory_metadata",
    "directory_phone",
    "directory_schedule",
    "directory_service_area",
    "directory_service_at_location",
    "directory_source_record",
    "directory_taxonomy",
    "directory_taxonomy_term",
}


@dataclass(frozen=True)
class HiddenTown:
    """The care town whose recipient is the refuge, and what may be known by the refuge only."""

    care: CareTown
    canaries: Canaries
    body: dict[str, Json]
    other_id: UUID

    @property
    def refuge_id(self) -> UUID:
        """The organisation that may know."""
        return self.care.town.recipient_id

    @property
    def service_id(self) -> UUID:
        """What it offers, at a place that nobody else may know."""
        return self.care.service_id


def a_hidden_town(folder: Path) -> HiddenTown:
    """The refuge is taken in from a file, welcomed as a partner, and asked like any other."""
    canaries = Canaries()
    body = a_refuge(canaries)
    taken(folder, [body])
    set_licence(SYSTEM, source_name=SOURCE, licence="CC0-1.0", licence_url="", attribution="The county")
    care = a_care_town()
    refuge_id, service_id = our_id("organization", "refuge org"), our_id("service", "refuge")
    come_and_go(
        coordinator_of(refuge_id),
        service_id,
        canaries.sign("service_at_location.location.addresses.address_1"),
    )
    note_ids(canaries)
    return HiddenTown(_asking(care, refuge_id, service_id), canaries, body, care.town.recipient_id)


def a_refuge(canaries: Canaries) -> dict[str, Json]:
    """One service of one organisation, at one place; the organisation's own record names another.

    Tags and logs of both stand where sources also write them: on the service and on the organisation.
    """
    places = [canaries.filled("service_at_location", "service_at_location")]
    location = canaries.filled("location", "organization.location")
    return {
        "id": source_key("refuge"),
        "name": "Domestic violence refuge",
        "status": "active",
        "description": "A bed for tonight. Telephone first.",
        "organization": {
            "id": source_key("refuge org"),
            "name": "Rose Trust",
            "description": "We answer day and night.",
            "locations": [location],
            "metadata": [told_of(canaries, "metadata", "organization", "organization.location")],
        },
        "service_at_locations": places,
        "attributes": [told_of(canaries, "attribute", "service", "service_at_location.location.addresses")],
        "metadata": [told_of(canaries, "metadata", "service", "service_at_location.location")],
    }


def told_of(canaries: Canaries, name: str, owner: str, where: str) -> dict[str, Json]:
    """A tag or log that stands on `owner` and names what stands at a hidden place."""
    link = "link_id" if name == "attribute" else "resource_id"
    return {**canaries.filled(name, f"{owner}.{name} of {where}"), link: source_key(where)}


def come_and_go(viewer: Viewer, service_id: UUID, street: str) -> None:
    """Somebody typed the street into a public text, and took it out again."""
    for text in (f"Come to {street}.", "Telephone first."):
        edit_listing(
            viewer,
            kind=ListingKind.SERVICE,
            listing_id=service_id,
            typed={"description": text},
            seen={"description": mark_of_text(Service.objects.get(pk=service_id).description)},
            how=ChangedHow.EDIT,
            is_confidential=False,
        )


def taken(folder: Path, bodies: Sequence[dict[str, Json]], *, source: str = SOURCE) -> ImportReport:
    """These records, read from a file as one run."""
    path = folder / "county.ndjson"
    path.write_text("\n".join(map(json.dumps, bodies)), encoding="utf-8")
    run_id = take_in(SYSTEM, path=path, source_name=source, progress=lambda _count: None)
    return import_report(SYSTEM, run_id=run_id)


def our_id(kind: str, where: str) -> UUID:
    """Our id of a record of the source."""
    return SourceRecord.objects.get(kind=kind, source_key=source_key(where)).our_id


def note_ids(canaries: Canaries) -> None:
    """The ids of the hidden rows are canaries too: what has an id is there."""
    for row in Location.objects.filter(is_confidential=True):
        canaries.ids[row.id.hex] = "id of Location"
    for link in ServiceAtLocation.objects.filter(location__is_confidential=True):
        canaries.ids |= dict.fromkeys((link.id.hex, link.hsds_id.hex), "id of ServiceAtLocation")
    for kind in apps.get_app_config("directory").get_models():
        names = {one.name for one in kind._meta.get_fields()}
        if issubclass(kind, Sourced) and "under" in names:
            for hung in kind._default_manager.filter(under__is_confidential=True):
                canaries.ids |= dict.fromkeys((hung.id.hex, hung.hsds_id.hex), f"id of {kind.__name__}")


def stored() -> Iterator[tuple[str, str]]:
    """Every table that may not hold the secret, every file of the search index, and all that stands in them."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table not in MAY_HOLD:
                cursor.execute(f'SELECT * FROM "{table}"')
                yield table, "\n".join(map(str, cursor.fetchall()))
    build(state_now())
    yield from index_files()


def index_files() -> Iterator[tuple[str, str]]:
    """Every file of this site's search index, as text."""
    for path in folder_of(state_now().epoch).rglob("*"):
        if path.is_file():
            yield "the search index", path.read_bytes().decode(errors="replace")


def _asking(care: CareTown, refuge_id: UUID, service_id: UUID) -> CareTown:
    """The same town, but it is the refuge that is asked."""
    manager: Viewer = care.town.manager
    welcome_partner(
        manager, organization_id=refuge_id, code_word="Walnut", timezone="UTC", days=OFFICE, closed_on=()
    )
    contact_id = a_contact(manager, refuge_id, "Ruth Adler")
    set_contact_code(SYSTEM, contact_id=contact_id, code=CODE)
    in_force(manager, refuge_id, promises={refuge_id: 2})
    town = replace(care.town, recipient_id=refuge_id, contact_id=contact_id)
    return replace(care, town=town, service_id=service_id)
