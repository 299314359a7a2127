"""What hangs on listings, as records again: as far as the viewer may know it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from kith.core.viewer import Viewer
from kith.directory.importing.row_kinds import ROW_KINDS
from kith.directory.models import Address, Attribute, Detail, Hung, Metadata, ServiceCapacity, Sourced
from kith.directory.opaque_terms import is_code_of_211
from kith.directory.policies.place import addresses, details
from kith.directory.policies.taxonomy import leaving_terms
from kith.directory.reading.lists import LISTS
from kith.directory.reading.terms import TermBook
from kith.directory.records import AttributeRecord, MetadataRecord, Record, UnitRecord

RecordT = TypeVar("RecordT", bound=Record)
NEAREST_FIRST = ("phone", "contact", "service_at_location", "location", "service", "organization")


@dataclass(frozen=True, slots=True)
class Roots:
    """The listings whose details are wanted; `others` are programmes, terms and units that carry tags."""

    services: Collection[UUID]
    organizations: Collection[UUID]
    locations: Collection[UUID]
    others: Collection[UUID]

    @property
    def everything(self) -> list[UUID]:
        """Every listing that tags came in with."""
        return [*self.services, *self.organizations, *self.locations, *self.others]


class HungRecords:
    """All details of some listings, loaded together; asked for by what they hang on."""

    def __init__(self, viewer: Viewer, roots: Roots) -> None:
        self._rows: dict[tuple[type[Sourced], UUID], list[Sourced]] = {}
        self._published: dict[UUID, UUID] = {}
        for kind in ROW_KINDS.values():
            for row in _loaded(viewer, kind, roots):
                self._published[row.id] = row.hsds_id
                self._rows.setdefault((kind, _owner_of(row)), []).append(row)
        rows = [row for kept in self._rows.values() for row in kept]
        self._terms = TermBook(
            viewer,
            {row.taxonomy_term_id for row in rows if isinstance(row, Attribute) and row.taxonomy_term_id},
            {row.unit_id for row in rows if isinstance(row, ServiceCapacity)},
        )

    def on(self, owner_id: UUID, kind: type[RecordT]) -> tuple[RecordT, ...]:
        """The records of one kind that hang on one row, in their order."""
        rows = self._rows.get((ROW_KINDS[kind], owner_id), [])
        return tuple(self._record(kind, row) for row in rows)

    def tags(self, owner_id: UUID) -> dict[str, object]:
        """The attributes and metadata of one row, by the names records have for them."""
        return {
            "attributes": self.on(owner_id, AttributeRecord),
            "metadata": self.on(owner_id, MetadataRecord),
        }

    def _record(self, kind: type[RecordT], row: Sourced) -> RecordT:
        columns: dict[str, object] = {name: getattr(row, name) for name in _columns_of(type(row))}
        children: dict[str, object] = {name: self.on(row.id, of) for name, of in LISTS.get(kind, ())}
        key: dict[str, object] = {"key": str(row.hsds_id)}
        return kind.of(columns, children, self.tags(row.id), key, self._special(row))

    def _special(self, row: Sourced) -> dict[str, object]:
        if isinstance(row, Attribute):
            term = self._terms.term(row.taxonomy_term_id)
            return {
                "term": term,
                "term_key": term.key if term and row.names_term else "",
                "link_key": self._link(row.owner_id) if row.names_link else "",
            }
        if isinstance(row, Metadata):
            return {"resource_key": self._link(row.owner_id) if row.names_resource else ""}
        if isinstance(row, ServiceCapacity):
            return {"unit": UnitRecord.of(self._terms.unit(row.unit_id).plain(), self.tags(row.unit_id))}
        return {}

    def _link(self, owner_id: UUID | None) -> str:
        return str(self._published.get(owner_id, owner_id)) if owner_id else ""


def _loaded(viewer: Viewer, kind: type[Sourced], roots: Roots) -> Iterable[Sourced]:
    if issubclass(kind, Address):
        return addresses(viewer).filter(location__in=roots.locations).order_by("position", "id")
    if issubclass(kind, Attribute):
        leaves = Q(taxonomy_term__isnull=True) | Q(taxonomy_term__in=leaving_terms(viewer))
        tags = details(viewer, kind).filter(root_id__in=roots.everything).filter(leaves)
        return [row for row in tags.order_by("position", "id") if not _is_bare_code(row)]
    if issubclass(kind, Detail):
        return details(viewer, kind).filter(root_id__in=roots.everything).order_by("position", "id")
    raise TypeError(kind)


def _is_bare_code(row: Attribute) -> bool:
    """True for a tag that names no term but holds a code of the 211 taxonomy."""
    return row.taxonomy_term_id is None and any(map(is_code_of_211, (row.value, row.label)))


def _owner_of(row: Sourced) -> UUID:
    """The row on which this one hangs: the nearest of those it may name."""
    if isinstance(row, Hung) and row.owner_id is not None:
        return row.owner_id
    named = (getattr(row, f"{name}_id", None) for name in NEAREST_FIRST)
    return next(owner for owner in named if isinstance(owner, UUID))


@cache
def _columns_of(kind: type[Sourced]) -> frozenset[str]:
    """The names of its own values: neither its id nor what it hangs on."""
    own = kind._meta.concrete_fields  # noqa: SLF001 (Django's public name)
    return frozenset(field.name for field in own if not field.is_relation) - {"id"}
