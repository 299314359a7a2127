"""What the writing of one batch needs everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from django.db.models import Model

from kith.core.viewer import Viewer
from kith.directory.importing.ledger import Ledger, Taken
from kith.directory.policies.source import rows_to_import
from kith.directory.records import Record
from kith.directory.terms import RecordKind

RowT = TypeVar("RowT", bound=Model)
FoundT = TypeVar("FoundT", bound=Record)
AT_ONCE = 400


class Keyed(Protocol):
    """A record with the source's id and a digest."""

    @property
    def key(self) -> str:
        """The source's id."""

    @property
    def digest(self) -> str:
        """What tells whether it changed."""


KeyedT = TypeVar("KeyedT", bound=Keyed)


@dataclass(frozen=True, slots=True)
class Batch:
    """Who writes, from which source, what it knows of the source, and when."""

    viewer: Viewer
    source_id: UUID
    ledger: Ledger
    at: datetime

    def to_write(self, kind: RecordKind, records: Iterable[KeyedT]) -> list[tuple[Taken, KeyedT]]:
        """Those of the records that are new or changed, each once."""
        taken = [(self.ledger.take(kind, one.key, one.digest, None), one) for one in records]
        return [(how, one) for how, one in taken if how.is_new or how.is_changed]

    def upsert(self, kind: type[RowT], rows: list[RowT], names: Iterable[str]) -> None:
        """Write new rows, and these fields of rows that stand already."""
        if rows:
            rows_to_import(self.viewer, kind).bulk_create(
                rows, update_conflicts=True, unique_fields=["id"], update_fields=list(names)
            )


def values(record: object, names: Iterable[str]) -> dict[str, object]:
    """These fields of a record, for a row."""
    return {name: getattr(record, name) for name in names}


class Found:
    """Every record that stands in some records, at whatever depth, themselves included, by its kind."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_kind: dict[type[Record], list[Record]] = {}
        self._gather(records)

    def of(self, kind: type[FoundT]) -> list[FoundT]:
        """Those of one kind, outer ones first."""
        return [one for one in self._by_kind.get(kind, []) if isinstance(one, kind)]

    def _gather(self, records: Iterable[Record]) -> None:
        for record in records:
            self._by_kind.setdefault(type(record), []).append(record)
            for inner in record.lists():
                self._gather(inner)
            self._gather(record.singles())
