"""What a source's records stand for here, and whether they changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.ids import uuid7
from kith.core.viewer import Viewer
from kith.directory.models import SourceRecord
from kith.directory.policies.source import rows_to_import, source_records
from kith.directory.records import Json
from kith.directory.terms import RecordKind

Mark = tuple[RecordKind, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """Our id of a record, and whether there is something to write."""

    our_id: UUID
    is_new: bool
    is_changed: bool


class Ledger:
    """The source's records that a batch names, loaded together; changes are saved together."""

    def __init__(self, viewer: Viewer, *, source_id: UUID, keys: Iterable[str], at: datetime) -> None:
        self._viewer, self._source_id, self._at = viewer, source_id, at
        rows = source_records(viewer).filter(source_id=source_id, source_key__in=set(keys))
        self._known: dict[Mark, SourceRecord] = {(RecordKind(row.kind), row.source_key): row for row in rows}
        self._answers: dict[Mark, Taken] = {}
        self._named: set[Mark] = set()

    def is_same(self, kind: RecordKind, key: str, digest: str) -> bool:
        """True if the record is as it was, and had not gone."""
        row = self._known.get((kind, key))
        return row is not None and row.digest == digest and row.gone_at is None

    def our_id(self, kind: RecordKind, key: str) -> UUID:
        """Our id of a record that was taken in or known before."""
        return self._known[kind, key].our_id

    def known_id(self, kind: RecordKind, key: str) -> UUID | None:
        """Our id of a record that was taken in, now or before; None for one that was only named."""
        row = self._known.get((kind, key))
        return row.our_id if row is not None and row.digest else None

    def refer(self, kind: RecordKind, key: str) -> UUID | None:
        """Our id for a record that is named and may come later; None without a name."""
        if not key:
            return None
        mark = (kind, key)
        if mark not in self._known:
            row = SourceRecord(source_id=self._source_id, kind=kind, source_key=key, digest="")
            row.our_id, row.changed_at = uuid7(), self._at
            self._known[mark] = row
            self._named.add(mark)
        return self._known[mark].our_id

    def take(self, kind: RecordKind, key: str, digest: str, raw: dict[str, Json] | None) -> Taken:
        """Our id for this record, minted once. Asked again in this batch, there is nothing more to write."""
        mark = (kind, key)
        if mark in self._answers:
            return Taken(self._answers[mark].our_id, is_new=False, is_changed=False)
        is_new, is_same = self.known_id(kind, key) is None, self.is_same(kind, key, digest)
        self.refer(kind, key)
        row = self._known[mark]
        if not is_same:
            row.digest, row.record, row.changed_at = digest, raw, self._at
            row.gone_at = row.last_seen_at = None
        self._answers[mark] = Taken(row.our_id, is_new=is_new, is_changed=not is_new and not is_same)
        return self._answers[mark]

    def save(self) -> None:
        """Write every record that is new or changed."""
        taken = {mark for mark, one in self._answers.items() if one.is_new or one.is_changed}
        written = [self._known[mark] for mark in sorted(taken | self._named)]
        rows_to_import(self._viewer, SourceRecord).bulk_create(
            written,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["digest", "record", "changed_at", "gone_at", "last_seen_at"],
        )
