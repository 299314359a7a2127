"""Writing what hangs on a service that was typed in here, not imported."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from babel import Locale, UnknownLocaleError

from kith.directory.importing.batch import values
from kith.directory.importing.hanging import Hanging, Owner, References
from kith.directory.importing.rows import write_hung
from kith.directory.importing.services import place_row
from kith.directory.importing.shared import LOCATION_FIELDS
from kith.directory.models import Location, Service
from kith.directory.records import DocumentRecord, LanguageRecord, PlaceRecord, ServiceDetails


def write_typed_in(service: Service, details: ServiceDetails, languages: Collection[str]) -> set[UUID]:
    """Phones, hours, languages, contacts, links, tags, papers and places of a new service.

    A tag names its term by our id. Returns the ids of those places that are not for everybody.
    """
    named = {tag.term_key for tag in details.attributes if tag.term_key}
    hanging = Hanging(References({key: UUID(key) for key in named}, {}, {}))
    owner = Owner("service", service.id, None, service.id, None)
    hanging.hang(owner, [LanguageRecord(code=code, name=_english_name(code)) for code in languages])
    hanging.hang_on(owner, details)
    if not details.documents:
        papers = [line.strip() for line in details.papers.splitlines() if line.strip()]
        hanging.hang(owner, [DocumentRecord(document=paper) for paper in papers])
    places = [_hang_place(hanging, owner, service, *one) for one in enumerate(details.places)]
    write_hung(hanging)
    return {one.id for one in places if one.is_confidential}


def _hang_place(
    hanging: Hanging, owner: Owner, service: Service, position: int, place: PlaceRecord
) -> Location:
    location = Location(organization_id=service.organization_id, **values(place.location, LOCATION_FIELDS))
    location.save(force_insert=True)
    at_location = Owner("location", location.id, location.id, location.id, None)
    hanging.hang_on(at_location, place.location)
    row_id = hanging.new_id(owner, "ServiceAtLocation", str(position))
    hanging.keep(place_row(row_id, service.id, location.id, position, place))
    hanging.hang_on(replace(owner, foreign_key="service_at_location", id=row_id, under=location.id), place)
    return location


def _english_name(code: str) -> str:
    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
