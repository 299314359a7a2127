"""The rows of a package's tables but the services, found by their id and by what they hang on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.exchange.hsds.standard import HSDS, Kind
from kith.exchange.source_ids import uuid_text

LINK_COLUMNS = {"attribute": "link_id", "metadata": "resource_id"}
ONCE_TWO_TABLES = frozenset({"schedule", "address", "attribute"})
LINK_KINDS = {"attribute": "link_entity", "metadata": "resource_type"}


@dataclass(slots=True)
class Record:
    """One row: its table, the object it is, where it stands, its cells as they came and as in HSDS 3.1."""

    table: str
    of: str
    file: str
    number: int
    raw: dict[str, str]
    cells: dict[str, str]
    is_used: bool = False

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return _place_in_words() % {"file": self.file, "row": self.number}

    @property
    def kind(self) -> str:
        """What its id is told from other ids by: of the objects that once had two tables, the table."""
        return self.table if self.of in ONCE_TWO_TABLES else self.of

    def key(self, column: str) -> str:
        """The id in a column, in the form in which ids are compared."""
        text = self.cells.get(column, "")
        return uuid_text(text) or text


@dataclass(slots=True)
class Store:
    """The rows, loaded once."""

    records: list[Record] = field(default_factory=list)
    _by_id: dict[str, dict[str, Record]] = field(default_factory=dict)
    """By kind and id."""
    _children: dict[tuple[str, str], dict[str, list[Record]]] = field(default_factory=dict)
    _linked: set[str] = field(default_factory=set)
    _objects: set[str] = field(default_factory=set)

    def add(self, record: Record) -> Record | None:
        """Keep the row; or the earlier row with the same id, and then this one is not kept."""
        same = self._by_id.setdefault(record.kind, {}).setdefault(record.key("id"), record)
        if same is not record:
            return same
        self.records.append(record)
        self._objects.add(record.of)
        if record.of == "service_at_location":
            self._linked.add(record.key("location_id"))
        for column in hanging_columns(record.of):
            parent = record.key(column)
            if parent:
                self._children.setdefault((record.of, column), {}).setdefault(parent, []).append(record)
        return None

    def one(self, of: str, key: str) -> Record | None:
        """The row of this id."""
        return self._by_id.get(of, {}).get(key)

    def has(self, of: str) -> bool:
        """True if the package has rows of this object."""
        return of in self._objects

    def is_linked(self, location: str) -> bool:
        """True if a service is given at the location."""
        return location in self._linked

    def organizations(self) -> Iterator[Record]:
        """The organisations."""
        yield from self._by_id.get("organization", {}).values()

    def children(self, of: str, parent: str, key: str) -> Iterator[Record]:
        """The rows that hang on the `parent` of this id, in the table's order."""
        for record in self._children.get((of, link_column(of, parent)), {}).get(key, ()):
            kind = record.cells.get(LINK_KINDS.get(of, ""), "")
            if kind == parent or kind not in HSDS:
                yield record


@lru_cache(maxsize=1)
def _words_of_place(_language: str | None) -> str:
    return _("%(file)s, row %(row)s")


def _place_in_words() -> str:
    return _words_of_place(get_language())


def link_column(of: str, parent: str) -> str:
    """The column in which a row names what it hangs on."""
    return LINK_COLUMNS.get(of, f"{parent}_id")


@cache
def hanging_columns(of: str) -> tuple[str, ...]:
    """All such columns of one object. A row that fills several hangs on each of them."""
    if of == "eligibility":
        return ("service_id",)
    parents = [
        parent.name
        for parent in HSDS.values()
        for nested in parent.fields
        if nested.kind is Kind.MANY and nested.of == of
    ]
    return tuple(dict.fromkeys(link_column(of, parent) for parent in parents))
