"""Writing the records that several services share: organisations, locations, terms and units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from django.db.models import Model

from kith.core.viewer import Viewer
from kith.directory.importing.ledger import Ledger, Taken
from kith.directory.importing.rows import address_rows, plain_rows, replace_rows
from kith.directory.models import (
    Address,
    Contact,
    Language,
    Location,
    Organization,
    Phone,
    Schedule,
    Taxonomy,
    TaxonomyTerm,
    Unit,
    Url,
)
from kith.directory.policies.source import rows_to_import
from kith.directory.records import LocationRecord, OrganizationRecord, TaxonomyRecord, TermRecord, UnitRecord
from kith.directory.terms import RecordKind

ORGANIZATION_TEXT = ("name", "alternate_name", "description", "email", "website", "legal_status")
ORGANIZATION_FIELDS = (*ORGANIZATION_TEXT, "year_incorporated")
LOCATION_TEXT = ("location_type", "name", "description", "transportation", "url", "timezone")
LOCATION_FIELDS = (*LOCATION_TEXT, "latitude", "longitude", "is_point_trusted", "is_confidential")
TAXONOMY_FIELDS = ("name", "description", "uri", "version")
TERM_FIELDS = ("name", "description", "code", "term_uri")
UNIT_FIELDS = ("name", "scheme", "identifier", "uri")


class Keyed(Protocol):
    """A record with the source's id and a digest."""

    @property
    def key(self) -> str:
        """The source's id."""

    @property
    def digest(self) -> str:
        """What tells whether it changed."""


KeyedT = TypeVar("KeyedT", bound=Keyed)
RowT = TypeVar("RowT", bound=Model)


@dataclass(frozen=True, slots=True)
class Batch:
    """What the writing of one batch needs everywhere."""

    viewer: Viewer
    source_id: UUID
    ledger: Ledger
    at: datetime


def write_organizations(batch: Batch, records: Iterable[OrganizationRecord]) -> None:
    """Organisations and what hangs on them."""
    todo = _to_write(batch, RecordKind.ORGANIZATION, records)
    rows = [
        Organization(
            id=taken.our_id,
            source_id=batch.source_id,
            changed_at=batch.at,
            **values(one, ORGANIZATION_FIELDS),
        )
        for taken, one in todo
    ]
    upsert(batch.viewer, Organization, rows, (*ORGANIZATION_FIELDS, "changed_at"))
    changed = [taken.our_id for taken, _ in todo if taken.is_changed]
    owner = "organization"
    phones = [row for taken, one in todo for row in plain_rows(Phone, owner, taken.our_id, one.phones)]
    contacts = [row for taken, one in todo for row in plain_rows(Contact, owner, taken.our_id, one.contacts)]
    urls = [row for taken, one in todo for row in plain_rows(Url, owner, taken.our_id, one.urls)]
    replace_rows(batch.viewer, Phone, owner=owner, changed=changed, new=phones)
    replace_rows(batch.viewer, Contact, owner=owner, changed=changed, new=contacts)
    replace_rows(batch.viewer, Url, owner=owner, changed=changed, new=urls)


def write_locations(batch: Batch, records: Iterable[tuple[LocationRecord, UUID]]) -> None:
    """Locations, each with its organisation's id, and what hangs on them."""
    owners = {one.key: organization_id for one, organization_id in records}
    todo = _to_write(batch, RecordKind.LOCATION, [one for one, _ in records])
    rows = [
        Location(
            id=taken.our_id,
            source_id=batch.source_id,
            organization_id=owners[one.key],
            **values(one, LOCATION_FIELDS),
        )
        for taken, one in todo
    ]
    upsert(batch.viewer, Location, rows, (*LOCATION_FIELDS, "organization"))
    _write_location_details(batch, todo)


def _write_location_details(batch: Batch, todo: Sequence[tuple[Taken, LocationRecord]]) -> None:
    changed = [taken.our_id for taken, _ in todo if taken.is_changed]
    owner = "location"
    addresses = [row for taken, one in todo for row in address_rows(taken.our_id, one.addresses)]
    phones = [row for taken, one in todo for row in plain_rows(Phone, owner, taken.our_id, one.phones)]
    hours = [row for taken, one in todo for row in plain_rows(Schedule, owner, taken.our_id, one.schedules)]
    tongues = [row for taken, one in todo for row in plain_rows(Language, owner, taken.our_id, one.languages)]
    replace_rows(batch.viewer, Address, owner=owner, changed=changed, new=addresses)
    replace_rows(batch.viewer, Phone, owner=owner, changed=changed, new=phones)
    replace_rows(batch.viewer, Schedule, owner=owner, changed=changed, new=hours)
    replace_rows(batch.viewer, Language, owner=owner, changed=changed, new=tongues)


def write_taxonomies(batch: Batch, records: Iterable[TaxonomyRecord]) -> None:
    """Taxonomies."""
    todo = _to_write(batch, RecordKind.TAXONOMY, records)
    rows = [Taxonomy(id=taken.our_id, **values(one, TAXONOMY_FIELDS)) for taken, one in todo]
    upsert(batch.viewer, Taxonomy, rows, TAXONOMY_FIELDS)


def write_terms(batch: Batch, records: Iterable[TermRecord]) -> None:
    """Terms of taxonomies; the taxonomies are written before."""
    todo = _to_write(batch, RecordKind.TAXONOMY_TERM, records)
    rows = [
        TaxonomyTerm(
            id=taken.our_id,
            taxonomy_id=batch.ledger.our_id(RecordKind.TAXONOMY, one.taxonomy.key) if one.taxonomy else None,
            **values(one, TERM_FIELDS),
        )
        for taken, one in todo
    ]
    upsert(batch.viewer, TaxonomyTerm, rows, (*TERM_FIELDS, "taxonomy"))


def write_units(batch: Batch, records: Iterable[UnitRecord]) -> None:
    """What capacities are counted in."""
    todo = _to_write(batch, RecordKind.UNIT, records)
    upsert(
        batch.viewer,
        Unit,
        [Unit(id=taken.our_id, **values(one, UNIT_FIELDS)) for taken, one in todo],
        UNIT_FIELDS,
    )


def values(record: object, names: Iterable[str]) -> dict[str, object]:
    """These fields of a record, for a row."""
    return {name: getattr(record, name) for name in names}


def upsert(viewer: Viewer, kind: type[RowT], rows: list[RowT], names: Iterable[str]) -> None:
    """Write new rows, and these fields of rows that stand already."""
    if rows:
        rows_to_import(viewer, kind).bulk_create(
            rows, update_conflicts=True, unique_fields=["id"], update_fields=list(names)
        )


def _to_write(batch: Batch, kind: RecordKind, records: Iterable[KeyedT]) -> list[tuple[Taken, KeyedT]]:
    taken = [(batch.ledger.take(kind, one.key, one.digest, None), one) for one in records]
    return [(how, one) for how, one in taken if how.is_new or how.is_changed]
