"""Say something else in a listing."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.directory.keeping.changing import Change, note_changes
from kith.directory.keeping.checking import checked_changes
from kith.directory.keeping.listing import texts_of, type_over
from kith.directory.policies.field_change import listing_to_edit
from kith.directory.terms import ChangedHow, ListingKind


@transaction.atomic
def edit_listing(
    viewer: Viewer,
    *,
    kind: ListingKind,
    listing_id: UUID,
    typed: Mapping[str, str],
    seen: Mapping[str, str],
    how: ChangedHow,
    is_confidential: bool,
) -> UUID:
    """Write the `typed` fields; returns the listing's id. `seen`: the mark of what each field said then.

    Only fields that become others are changes; a list is typed one line an entry. `is_confidential`: what
    they said before, or say now, is for the organisation itself alone. Raises NotFound, Denied, BadInput that
    names its field, or ListingChangedMeanwhile if a field no longer says what was seen.
    """
    listing = listing_to_edit(viewer, kind, listing_id)
    before = texts_of(viewer, listing)
    after = checked_changes(kind, before, typed, seen)
    if after:
        type_over(viewer, listing, before, after)
        changes = [Change(name, before[name], text) for name, text in after.items()]
        note_changes(viewer, listing, changes, how=how, is_confidential=is_confidential)
    return listing.id
