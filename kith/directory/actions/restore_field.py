"""Let a field say again what it said before a change."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.directory.errors import WordsTakenOut
from kith.directory.keeping.changing import Change, note_changes
from kith.directory.keeping.listing import texts_of, type_over
from kith.directory.policies.field_change import May, listing_to_edit, one_field_change
from kith.directory.terms import ChangedHow, ListingKind


@transaction.atomic
def restore_field(viewer: Viewer, *, change_id: UUID) -> UUID:
    """Put the field back to what it said before this change; returns the listing's id.

    It counts as typed here: a source does not overwrite it. Raises NotFound, Denied or WordsTakenOut.
    """
    change = one_field_change(viewer, change_id, May.KEEP)
    listing = listing_to_edit(viewer, ListingKind(change.resource_type), change.resource_id)
    if change.taken_out_at is not None:
        raise WordsTakenOut
    before, name = texts_of(viewer, listing), change.field_name
    if before[name] != change.previous_value:
        type_over(viewer, listing, before, {name: change.previous_value})
        note_changes(
            viewer,
            listing,
            [Change(name, before[name], change.previous_value)],
            how=ChangedHow.RESTORED,
            is_confidential=change.is_confidential,
        )
    return listing.id
