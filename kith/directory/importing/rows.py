"""From records to unsaved rows, and rows in the place of earlier ones."""

from collections.abc import Collection, Iterable
from dataclasses import fields
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.viewer import Viewer
from kith.directory.folding import key_of, postal_key
from kith.directory.models import Address, Detail, Sourced
from kith.directory.policies.source import rows_to_import
from kith.directory.records import (
    AddressRecord,
    AreaRecord,
    ContactRecord,
    LanguageRecord,
    PhoneRecord,
    ScheduleRecord,
    UrlRecord,
)

DetailT = TypeVar("DetailT", bound=Detail)
SourcedT = TypeVar("SourcedT", bound=Sourced)
PlainRecord = ScheduleRecord | PhoneRecord | LanguageRecord | ContactRecord | UrlRecord | AreaRecord


def plain_rows(
    kind: type[DetailT], owner: str, owner_id: UUID, records: Iterable[PlainRecord]
) -> list[DetailT]:
    """Rows of one kind that hang on `owner` ("service", "organization" or "location")."""
    return [
        kind(**{f"{owner}_id": owner_id, "source_id": one.key, "position": place, **plain_values(one)})
        for place, one in enumerate(records)
    ]


def plain_values(record: PlainRecord | AddressRecord) -> dict[str, object]:
    """A record's own values by field; its key is not one of them."""
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name != "key"}


def address_rows(location_id: UUID, records: Iterable[AddressRecord]) -> list[Address]:
    """The addresses of a location with their keys for look-up."""
    return [_address_row(location_id, place, one) for place, one in enumerate(records)]


def _address_row(location_id: UUID, place: int, record: AddressRecord) -> Address:
    return Address(
        position=place,
        location_id=location_id,
        source_id=record.key,
        city_key=key_of(record.city),
        postal_key=postal_key(record.postal_code),
        **plain_values(record),
    )


def replace_rows(
    viewer: Viewer, kind: type[SourcedT], *, owner: str, changed: Collection[UUID], new: list[SourcedT]
) -> None:
    """Put `new` in the place of what hangs on the `changed` owners; a record that stays keeps its id."""
    rows: QuerySet[SourcedT] = rows_to_import(viewer, kind)
    if changed:
        old = rows.filter(Q(**{f"{owner}__in": changed}))
        kept = dict(old.exclude(source_id="").values_list("source_id", "id"))
        for row in new:
            row.id = kept.get(row.source_id, row.id)
        old.delete()
    if new:
        rows.bulk_create(new)
