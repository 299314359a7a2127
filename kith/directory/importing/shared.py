"""Writing the records that several listings share: organisations, places, programmes, terms and units."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from kith.directory.importing.batch import Batch, values
from kith.directory.importing.hiding import Holders, Owned, hidden_already, hide
from kith.directory.importing.ledger import Taken
from kith.directory.models import Location, Organization, Program, Taxonomy, TaxonomyTerm, Unit
from kith.directory.opaque_terms import is_code_of_211, is_licensed
from kith.directory.policies.source import rows_to_import
from kith.directory.records import (
    LocationRecord,
    OrganizationRecord,
    ProgramRecord,
    Record,
    TaxonomyRecord,
    TermRecord,
    UnitRecord,
)
from kith.directory.terms import RecordKind

ORGANIZATION_TEXT = ("name", "alternate_name", "description", "email", "website", "legal_status")
ORGANIZATION_FIELDS = (*ORGANIZATION_TEXT, "year_incorporated", "logo", "uri", "tax_status", "tax_id")
LOCATION_TEXT = ("location_type", "name", "description", "transportation", "url", "timezone")
LOCATION_POINT = ("latitude", "longitude", "is_point_trusted", "is_confidential")
LOCATION_FIELDS = (
    *LOCATION_TEXT,
    *LOCATION_POINT,
    "alternate_name",
    "external_identifier",
    "external_identifier_type",
)
PROGRAM_FIELDS = ("name", "alternate_name", "description")
TAXONOMY_FIELDS = ("name", "description", "uri", "version")
TERM_FIELDS = ("name", "description", "code", "term_uri", "taxonomy_name", "language")
UNIT_FIELDS = ("name", "scheme", "identifier", "uri")

Written = list[tuple[Taken, Record]]


def write_organizations(batch: Batch, records: Iterable[OrganizationRecord]) -> Written:
    """Organisations; returns those that are new or changed, for what hangs on them."""
    todo = batch.to_write(RecordKind.ORGANIZATION, records)
    rows = [
        Organization(
            id=taken.our_id,
            source_id=batch.source_id,
            changed_at=batch.at,
            parent_organization_id=batch.ledger.refer(RecordKind.ORGANIZATION, one.parent_key),
            **values(one, ORGANIZATION_FIELDS),
        )
        for taken, one in todo
    ]
    batch.upsert(Organization, rows, (*ORGANIZATION_FIELDS, "changed_at", "parent_organization_id"))
    return list(todo)


def write_locations(batch: Batch, records: Sequence[Owned]) -> tuple[Written, list[UUID]]:
    """Places, each with its organisation's id; beside them the ids of those that were public until now."""
    owners = {one.key: organization_id for one, organization_id in reversed(records)}
    todo = batch.to_write(RecordKind.LOCATION, [one for one, _ in records])
    hidden_now, hidden = hide(batch, records), hidden_already(batch, records)
    rows = [
        Location(
            id=taken.our_id,
            source_id=batch.source_id,
            **_location(one, taken.our_id, owners[one.key], hidden),
        )
        for taken, one in todo
    ]
    batch.upsert(Location, rows, (*LOCATION_FIELDS, "organization"))
    return list(todo), hidden_now


def _location(one: LocationRecord, our_id: UUID, owner_id: UUID | None, hidden: Holders) -> dict[str, object]:
    told = values(one, LOCATION_FIELDS)
    if one.is_confidential or our_id not in hidden:
        return {**told, "organization_id": owner_id}
    return {**told, "is_confidential": True, "organization_id": hidden[our_id]}


def write_programs(batch: Batch, records: Sequence[tuple[ProgramRecord, UUID]]) -> Written:
    """Programmes, each with its organisation's id."""
    owners = {one.key: organization_id for one, organization_id in reversed(records)}
    todo = batch.to_write(RecordKind.PROGRAM, [one for one, _ in records])
    rows = [
        Program(id=taken.our_id, organization_id=owners[one.key], **values(one, PROGRAM_FIELDS))
        for taken, one in todo
    ]
    batch.upsert(Program, rows, (*PROGRAM_FIELDS, "organization"))
    return list(todo)


def mark_listed(batch: Batch, todo: Written) -> None:
    """Which places and programmes the organisations' own records name, for those written just now."""
    for kind, record_kind, name in (
        (Location, RecordKind.LOCATION, "locations"),
        (Program, RecordKind.PROGRAM, "programs"),
    ):
        listed = {
            batch.ledger.our_id(record_kind, one.key)
            for _, organization in todo
            for one in getattr(organization, name)
        }
        rows = rows_to_import(batch.viewer, kind)
        rows.filter(
            organization_id__in=[taken.our_id for taken, _ in todo if taken.is_changed], is_listed=True
        ).exclude(pk__in=listed).update(is_listed=False)
        if listed:
            rows.filter(pk__in=listed).update(is_listed=True)


def write_taxonomies(batch: Batch, records: Iterable[TaxonomyRecord]) -> Written:
    """Taxonomies. A new one that looks licensed stays here; for one that is known, people decided."""
    todo = batch.to_write(RecordKind.TAXONOMY, records)
    rows = [
        Taxonomy(
            id=taken.our_id,
            is_kept_here=is_licensed(one.name, one.uri),
            **values(one, TAXONOMY_FIELDS),
        )
        for taken, one in todo
    ]
    batch.upsert(Taxonomy, rows, TAXONOMY_FIELDS)
    return list(todo)


def write_terms(batch: Batch, records: Iterable[TermRecord]) -> Written:
    """Terms of taxonomies; the taxonomies are written before."""
    todo = batch.to_write(RecordKind.TAXONOMY_TERM, records)
    rows = [
        TaxonomyTerm(
            id=taken.our_id,
            taxonomy_id=batch.ledger.our_id(RecordKind.TAXONOMY, one.taxonomy.key) if one.taxonomy else None,
            parent_id=batch.ledger.refer(RecordKind.TAXONOMY_TERM, one.parent_key),
            is_kept_here=is_licensed(one.taxonomy_name) or is_code_of_211(one.code),
            **values(one, TERM_FIELDS),
        )
        for taken, one in todo
    ]
    batch.upsert(TaxonomyTerm, rows, (*TERM_FIELDS, "taxonomy", "parent_id"))
    return list(todo)


def write_units(batch: Batch, records: Iterable[UnitRecord]) -> Written:
    """What capacities are counted in."""
    todo = batch.to_write(RecordKind.UNIT, records)
    rows = [Unit(id=taken.our_id, **values(one, UNIT_FIELDS)) for taken, one in todo]
    batch.upsert(Unit, rows, UNIT_FIELDS)
    return list(todo)
