"""Writing what hangs on a service that was typed in here, not imported."""

from collections.abc import Collection, Iterable

from babel import Locale, UnknownLocaleError
from django.db.models import Model

from kith.directory.importing.rows import address_rows, plain_rows
from kith.directory.importing.services import ATTRIBUTE_FIELDS
from kith.directory.importing.shared import LOCATION_FIELDS, values
from kith.directory.models import (
    Attribute,
    Contact,
    Language,
    Location,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
    Url,
)
from kith.directory.records import LanguageRecord, PlaceRecord, ServiceDetails

OWNER = "service"


def write_typed_in(service: Service, details: ServiceDetails, languages: Collection[str]) -> None:
    """Phones, hours, languages, contacts, links, tags and places of a new service."""
    spoken = [LanguageRecord(code=code, name=_english_name(code)) for code in languages]
    _save(plain_rows(Phone, OWNER, service.id, details.phones))
    _save(plain_rows(Schedule, OWNER, service.id, details.schedules))
    _save(plain_rows(Language, OWNER, service.id, spoken))
    _save(plain_rows(Contact, OWNER, service.id, details.contacts))
    _save(plain_rows(Url, OWNER, service.id, details.urls))
    _save([Attribute(service=service, **values(tag, ATTRIBUTE_FIELDS)) for tag in details.attributes])
    for position, place in enumerate(details.places):
        _write_place(service, position, place)


def _write_place(service: Service, position: int, place: PlaceRecord) -> None:
    location = Location(organization_id=service.organization_id, **values(place.location, LOCATION_FIELDS))
    _save([location])
    _save(
        [
            ServiceAtLocation(
                service=service, location=location, description=place.description, position=position
            )
        ]
    )
    _save(address_rows(location.id, place.location.addresses))
    _save(plain_rows(Schedule, "location", location.id, place.location.schedules))
    _save(plain_rows(Phone, "location", location.id, place.location.phones))


def _save(rows: Iterable[Model]) -> None:
    for row in rows:
        row.save(force_insert=True)


def _english_name(code: str) -> str:
    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
