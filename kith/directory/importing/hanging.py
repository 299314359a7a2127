"""From records to the rows that hang on a listing, at whatever depth."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from kith.directory.folding import key_of, postal_key
from kith.directory.importing.row_kinds import OWNERS, ROW_KINDS
from kith.directory.models import Address, Hung, Sourced
from kith.directory.records import (
    AddressRecord,
    AttributeRecord,
    CapacityRecord,
    MetadataRecord,
    Record,
)

NOT_STORED_AS_SAID = frozenset({"key", "link_key", "term_key", "term", "resource_key"})


@dataclass(frozen=True, slots=True)
class Owner:
    """What rows are hung on: the foreign key's name, the row's id, the place above it, the whole listing.

    `foreign_key` is empty where only tags can hang. `source_id` is the source, for ids that stay.
    """

    foreign_key: str
    id: UUID
    under: UUID | None
    root: UUID
    source_id: UUID | None

    @property
    def columns(self) -> dict[str, object]:
        """The owner's columns of a row."""
        held: dict[str, object] = {f"{self.foreign_key}_id": self.id} if self.foreign_key else {}
        return {**held, "under_id": self.under, "root_id": self.root}


@dataclass(frozen=True, slots=True)
class References:
    """Our ids of what records name by the source's ids."""

    terms: dict[str, UUID]
    units: dict[str, UUID]
    places: dict[str, UUID]


class Hanging:
    """Collects rows of all kinds, to be written together, parents first."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._ids: set[UUID] = set()
        self.rows: dict[type[Sourced], list[Sourced]] = {}

    def hang(self, owner: Owner, records: Iterable[Record]) -> None:
        """Rows for these records and for all that hangs on them."""
        for position, record in enumerate(records):
            kind, key = ROW_KINDS[type(record)], _key_of(record)
            row_id = self.new_id(owner, kind.__name__, key or str(position))
            under = owner.under or self._place_named_in(record)
            self.keep(self._row(kind, replace(owner, under=under), position, record, row_id))
            foreign_key = OWNERS.get(kind, "")
            self.hang_on(replace(owner, foreign_key=foreign_key, id=row_id, under=under), record)

    def hang_on(self, owner: Owner, record: Record) -> None:
        """Rows for every list of records that `record` holds and that has a table of its own."""
        for records in record.lists():
            if records and type(records[0]) in ROW_KINDS:
                self.hang(owner, records)

    def new_id(self, owner: Owner, kind: str, key: str) -> UUID:
        """The id of a row: the same on each run for the same record on the same owner."""
        found = uuid5(owner.id, f"{kind}:{key}")
        while found in self._ids:
            found = uuid5(found, key)
        self._ids.add(found)
        return found

    def keep(self, row: Sourced) -> None:
        """Take a row that was made elsewhere."""
        self.rows.setdefault(type(row), []).append(row)

    def _row(self, kind: type[Sourced], owner: Owner, position: int, record: Record, row_id: UUID) -> Sourced:
        return kind(
            id=row_id,
            hsds_id=published_id(owner.source_id, kind.__name__, _key_of(record)) or row_id,
            source_id=_key_of(record),
            position=position,
            **owner_columns(kind, owner),
            **_columns_of(record),
            **self._special(record),
        )

    def _place_named_in(self, record: Record) -> UUID | None:
        """A tag or log may stand on a listing and tell of something at a place: then it leads there."""
        named = str(getattr(record, "resource_key", "") or getattr(record, "link_key", ""))
        return self._references.places.get(named) if named else None

    def _special(self, record: Record) -> dict[str, object]:
        if isinstance(record, AddressRecord):
            return {"city_key": key_of(record.city), "postal_key": postal_key(record.postal_code)}
        if isinstance(record, CapacityRecord):
            return {"unit_id": self._references.units[record.unit.key]}
        if isinstance(record, AttributeRecord):
            term_key = record.term.key if record.term else record.term_key
            shown_as = record.label or (record.term.name if record.term else "")
            names = {"names_link": bool(record.link_key), "names_term": bool(record.term_key)}
            term_id = self._references.terms.get(term_key)
            return {"taxonomy_term_id": term_id, "shown_as": shown_as, **names}
        if isinstance(record, MetadataRecord):
            return {"names_resource": bool(record.resource_key)}
        return {}


def published_id(source_id: UUID | None, kind: str, key: str) -> UUID | None:
    """The id under which a source's record is published: one to one with the source's id for it."""
    return uuid5(source_id, f"{kind}:{key}") if source_id is not None and key else None


def owner_columns(kind: type[Sourced], owner: Owner) -> dict[str, object]:
    """Where a row of this kind hangs."""
    if issubclass(kind, Address):
        return {"location_id": owner.id}
    if not issubclass(kind, Hung):
        return owner.columns
    is_tag_only = owner.foreign_key in set(OWNERS.values())
    held = {"under_id": owner.under, "root_id": owner.root} if is_tag_only else owner.columns
    return {**held, "owner_id": owner.id}


def _key_of(record: Record) -> str:
    return str(getattr(record, "key", ""))


def _columns_of(record: Record) -> dict[str, object]:
    """A record's own values, but for the ids by which a source names rows."""
    return {name: value for name, value in record.plain().items() if name not in NOT_STORED_AS_SAID}
