"""A source's record comes in again: what people here typed stays, what else changed is kept as history."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from kith.directory.importing.batch import Batch
from kith.directory.importing.services import Todo
from kith.directory.keeping.changing import keep_secret_places_back
from kith.directory.keeping.current import (
    Texts,
    texts_in_organization,
    texts_in_service,
    texts_of_organizations,
    texts_of_services,
)
from kith.directory.keeping.fields import LISTS, field_named, value_of
from kith.directory.keeping.hours import hours_lines
from kith.directory.keeping.texts import hours_in, languages_in, phones_in
from kith.directory.models import FieldChange, Organization, Service
from kith.directory.policies.field_change import typed_here
from kith.directory.policies.source import rows_to_import
from kith.directory.records import OrganizationRecord, Record, ScheduleRecord, ServiceDetails, ServiceRecord
from kith.directory.terms import ChangedHow, ListingKind, RecordKind

Typed = dict[UUID, dict[str, str]]
Said = tuple[UUID, UUID, Texts]
RowT = TypeVar("RowT", Service, Organization)


def keep_what_was_typed_of_services(batch: Batch, todo: Todo) -> Todo:
    """The records to write, with what was typed here in the place of what the source says."""
    rows = _standing(batch, Service, [taken.our_id for taken, _ in todo if taken.is_changed])
    if not rows:
        return todo
    said = {taken.our_id: texts_in_service(one) for taken, one in todo if taken.our_id in rows}
    typed = _typed_over(batch, said)
    before = texts_of_services(batch.viewer, list(rows.values()))
    _note(
        batch,
        ListingKind.SERVICE,
        [(key, rows[key].organization_id, said[key]) for key in said],
        before,
        typed,
    )
    return [(taken, _service(one, typed.get(taken.our_id, {}))) for taken, one in todo]


def keep_what_was_typed_of_organizations(
    batch: Batch, records: Sequence[OrganizationRecord]
) -> list[OrganizationRecord]:
    """The same for organisations, each once or more."""
    ids = {one.key: batch.ledger.known_id(RecordKind.ORGANIZATION, one.key) for one in records}
    changed = {
        our_id: one
        for one in reversed(records)
        if (our_id := ids[one.key]) and not batch.ledger.is_same(RecordKind.ORGANIZATION, one.key, one.digest)
    }
    rows = _standing(batch, Organization, changed)
    if not rows:
        return list(records)
    said = {key: texts_in_organization(changed[key]) for key in rows}
    typed = _typed_over(batch, said)
    before = texts_of_organizations(batch.viewer, list(rows.values()))
    _note(batch, ListingKind.ORGANIZATION, [(key, key, said[key]) for key in said], before, typed)
    return [_organization(one, typed.get(ids[one.key] or UUID(int=0), {})) for one in records]


def _standing(batch: Batch, kind: type[RowT], ids: Collection[UUID]) -> dict[UUID, RowT]:
    return {row.id: row for row in rows_to_import(batch.viewer, kind).filter(pk__in=ids)} if ids else {}


def _typed_over(batch: Batch, said: Mapping[UUID, Texts]) -> Typed:
    """What was typed here, by listing and field; what the source says now is written beside it."""
    found: Typed = {}
    for row in typed_here(batch.viewer).filter(resource_id__in=said):
        found.setdefault(row.resource_id, {})[row.field_name] = row.value
        now = said[row.resource_id].get(row.field_name, "")
        if row.source_value != now:
            row.source_value = now
            row.save(update_fields=["source_value"])
    return found


def _note(
    batch: Batch, kind: ListingKind, said: Iterable[Said], before: Mapping[UUID, Texts], typed: Typed
) -> None:
    changes = [
        FieldChange(
            resource_type=kind,
            resource_id=listing_id,
            organization_id=holder,
            field_name=name,
            previous_value=before[listing_id].get(name, ""),
            replacement_value=text,
            how=ChangedHow.IMPORT,
            source_id=batch.source_id,
            changed_at=batch.at,
        )
        for listing_id, holder, texts in said
        for name, text in texts.items()
        if name not in typed.get(listing_id, {}) and _is_other(kind, name, before[listing_id], text)
    ]
    keep_secret_places_back(changes)
    rows: QuerySet[FieldChange] = QuerySet(FieldChange)
    rows.bulk_create(changes)


def _is_other(kind: ListingKind, name: str, before: Texts, text: str) -> bool:
    """A source has no say in what is Kith's own."""
    field = field_named(kind, name)
    return field is not None and field.is_standard and before.get(name, "") != text


def _service(record: ServiceRecord, typed: Mapping[str, str]) -> ServiceRecord:
    if not typed:
        return record
    columns = _columns(ListingKind.SERVICE, typed, but=("name", "description"))
    details = ServiceDetails.of(_values(record.details), columns)
    if "phones" in typed:
        details = replace(details, phones=phones_in(typed["phones"]))
    if "schedules" in typed:
        details = replace(details, schedules=_hours(typed["schedules"], record.details.schedules))
    return replace(
        record,
        name=typed.get("name", record.name),
        description=typed.get("description", record.description),
        languages=languages_in(typed["languages"]) if "languages" in typed else record.languages,
        details=details,
    )


def _organization(record: OrganizationRecord, typed: Mapping[str, str]) -> OrganizationRecord:
    found = OrganizationRecord.of(_values(record), _columns(ListingKind.ORGANIZATION, typed, but=()))
    return replace(found, phones=phones_in(typed["phones"])) if "phones" in typed else found


def _hours(text: str, of_source: Iterable[ScheduleRecord]) -> tuple[ScheduleRecord, ...]:
    """The typed hours, beside those of the source that lines cannot say."""
    return (*hours_in(text), *(one for one in of_source if not hours_lines(one)))


def _values(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.names()}


def _columns(kind: ListingKind, typed: Mapping[str, str], *, but: Collection[str]) -> dict[str, object]:
    fields = [field for name in typed if (field := field_named(kind, name)) is not None]
    plain = [field for field in fields if field.shape not in LISTS and field.name not in but]
    return {field.name: value_of(field.shape, typed[field.name]) for field in plain}
