"""Writing the services of a batch and what hangs on them."""

from collections.abc import Callable, Iterable
from typing import TypeVar
from uuid import UUID

from kith.directory.importing.ledger import Taken
from kith.directory.importing.rows import PlainRecord, plain_rows, replace_rows
from kith.directory.importing.shared import Batch, upsert, values
from kith.directory.models import (
    Attribute,
    Contact,
    Detail,
    Language,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceCapacity,
    Sourced,
    Url,
)
from kith.directory.records import ServiceRecord
from kith.directory.terms import RecordKind

DETAIL_FIELDS = (
    "alternate_name",
    "url",
    "email",
    "status",
    "interpretation_services",
    "application_process",
    "fees_description",
    "eligibility_description",
    "minimum_age",
    "maximum_age",
    "assured_on",
    "alert",
    "papers",
)
WRITTEN = ("name", "description", "topics", "organization", "changed_at", *DETAIL_FIELDS)

ATTRIBUTE_FIELDS = ("link_type", "label", "value")
CAPACITY_FIELDS = ("available", "maximum", "updated", "description")

SourcedT = TypeVar("SourcedT", bound=Sourced)
DetailT = TypeVar("DetailT", bound=Detail)
Todo = list[tuple[Taken, ServiceRecord]]


def write_services(batch: Batch, todo: Todo) -> None:
    """The services; what people here wrote of them (places, confirmation) stays."""
    upsert(batch.viewer, Service, [_service(batch, taken, one) for taken, one in todo], WRITTEN)
    _replace(batch, todo, Phone, lambda how, one: _plain(Phone, how, one.details.phones))
    _replace(batch, todo, Schedule, lambda how, one: _plain(Schedule, how, one.details.schedules))
    _replace(batch, todo, Language, lambda how, one: _plain(Language, how, one.languages))
    _replace(batch, todo, Contact, lambda how, one: _plain(Contact, how, one.details.contacts))
    _replace(batch, todo, Url, lambda how, one: _plain(Url, how, one.details.urls))
    _replace(batch, todo, ServiceArea, lambda how, one: _plain(ServiceArea, how, one.details.areas))
    _replace(batch, todo, Attribute, lambda how, one: _attributes(batch, how.our_id, one))
    _replace(batch, todo, ServiceCapacity, lambda how, one: _capacities(batch, how.our_id, one))
    _replace(batch, todo, ServiceAtLocation, lambda how, one: _at_locations(batch, how.our_id, one))


def _service(batch: Batch, taken: Taken, record: ServiceRecord) -> Service:
    return Service(
        id=taken.our_id,
        source_id=batch.source_id,
        organization_id=batch.ledger.our_id(RecordKind.ORGANIZATION, record.organization.key),
        name=record.name,
        description=record.description,
        topics=sorted(record.topics),
        shows_places=record.details.shows_places,
        changed_at=batch.at,
        **values(record.details, DETAIL_FIELDS),
    )


def _replace(
    batch: Batch, todo: Todo, kind: type[SourcedT], rows_of: Callable[[Taken, ServiceRecord], list[SourcedT]]
) -> None:
    replace_rows(
        batch.viewer,
        kind,
        owner="service",
        changed=[how.our_id for how, _ in todo if how.is_changed],
        new=[row for how, one in todo for row in rows_of(how, one)],
    )


def _plain(kind: type[DetailT], taken: Taken, records: Iterable[PlainRecord]) -> list[DetailT]:
    return plain_rows(kind, "service", taken.our_id, records)


def _attributes(batch: Batch, service_id: UUID, record: ServiceRecord) -> list[Attribute]:
    ids = batch.ledger.our_id
    return [
        Attribute(
            service_id=service_id,
            source_id=one.key,
            taxonomy_term_id=ids(RecordKind.TAXONOMY_TERM, one.term.key) if one.term else None,
            **values(one, ATTRIBUTE_FIELDS),
        )
        for one in record.details.attributes
    ]


def _capacities(batch: Batch, service_id: UUID, record: ServiceRecord) -> list[ServiceCapacity]:
    return [
        ServiceCapacity(
            service_id=service_id,
            source_id=one.key,
            unit_id=batch.ledger.our_id(RecordKind.UNIT, one.unit.key),
            **values(one, CAPACITY_FIELDS),
        )
        for one in record.details.capacities
    ]


def _at_locations(batch: Batch, service_id: UUID, record: ServiceRecord) -> list[ServiceAtLocation]:
    """One row a location, however often the record names it."""
    once = {one.location.key: one for one in reversed(record.details.places)}
    return [
        ServiceAtLocation(
            service_id=service_id,
            source_id=one.key,
            position=place,
            location_id=batch.ledger.our_id(RecordKind.LOCATION, one.location.key),
            description=one.description,
        )
        for place, one in enumerate(reversed(once.values()))
    ]
