"""A listing as those who keep it see it: every field, where it comes from, and what it said before."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.keeping.changing import holder_of
from kith.directory.keeping.current import mark_of_text
from kith.directory.keeping.fields import FIELDS, ListingField
from kith.directory.keeping.listing import texts_of
from kith.directory.keeping.writing import Listing
from kith.directory.models import FieldChange
from kith.directory.policies.field_change import May, field_changes, listing_of, typed_here
from kith.directory.policies.source import sources
from kith.directory.terms import ChangedHow, ListingKind

MOST_CHANGES = 200


@dataclass(frozen=True, slots=True)
class KeptField:
    """A field, what it says, and the mark of that. `source_says` is None unless it was typed over."""

    field: ListingField
    text: str
    mark: str
    typed_on: date | None
    source_says: str | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change. `by_role` is empty where a source changed it; then `source_name` says which."""

    id: UUID
    field_name: str
    before: str
    after: str
    how: ChangedHow
    by_role: str
    is_by_own: bool
    source_name: str
    changed_at: datetime
    is_confidential: bool
    is_taken_out: bool


@dataclass(frozen=True, slots=True)
class KeptListing:
    """Fields in the order in which they are asked; the last 200 changes, newest first."""

    kind: ListingKind
    id: UUID
    organization_id: UUID
    name: str
    source_name: str
    fields: tuple[KeptField, ...]
    history: tuple[HistoryLine, ...]


def kept_listing(viewer: Viewer, *, kind: ListingKind, listing_id: UUID) -> KeptListing:
    """The listing, for those who may edit it. Raises NotFound or Denied."""
    listing = listing_of(viewer, kind, listing_id)
    names = dict(sources(viewer).values_list("pk", "name"))
    rows = field_changes(viewer, May.READ).filter(resource_id=listing.id).order_by("-changed_at", "-pk")
    return KeptListing(
        kind=kind,
        id=listing.id,
        organization_id=holder_of(listing),
        name=listing.name,
        source_name=names.get(listing.source_id, "") if listing.source_id else "",
        fields=_fields(viewer, kind, listing),
        history=tuple(_line(row, names) for row in rows[:MOST_CHANGES]),
    )


def _fields(viewer: Viewer, kind: ListingKind, listing: Listing) -> tuple[KeptField, ...]:
    texts = texts_of(viewer, listing)
    typed = {row.field_name: row for row in typed_here(viewer).filter(resource_id=listing.id)}
    return tuple(
        KeptField(
            field=field,
            text=texts[field.name],
            mark=mark_of_text(texts[field.name]),
            typed_on=typed[field.name].typed_at.date() if field.name in typed else None,
            source_says=typed[field.name].source_value if field.name in typed else None,
        )
        for field in FIELDS[kind]
    )


def _line(row: FieldChange, names: dict[UUID, str]) -> HistoryLine:
    return HistoryLine(
        id=row.id,
        field_name=row.field_name,
        before=row.previous_value,
        after=row.replacement_value,
        how=ChangedHow(row.how),
        by_role=row.by_role,
        is_by_own=row.is_by_own,
        source_name=names.get(row.source_id, "") if row.source_id else "",
        changed_at=row.changed_at,
        is_confidential=row.is_confidential,
        is_taken_out=row.taken_out_at is not None,
    )
