"""What saving an edited listing would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.keeping.checking import checked_changes
from kith.directory.keeping.listing import texts_of
from kith.directory.policies.field_change import listing_of
from kith.directory.terms import ListingKind


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """One field, before and after."""

    field_name: str
    before: str
    after: str


def listing_diff(
    viewer: Viewer,
    *,
    kind: ListingKind,
    listing_id: UUID,
    typed: Mapping[str, str],
    seen: Mapping[str, str],
) -> list[FieldDiff]:
    """What `edit_listing` would change; nothing is written.

    Raises what it raises: NotFound, Denied, BadInput or ListingChangedMeanwhile.
    """
    before = texts_of(viewer, listing_of(viewer, kind, listing_id))
    after = checked_changes(kind, before, typed, seen)
    return [FieldDiff(name, before[name], text) for name, text in after.items()]
