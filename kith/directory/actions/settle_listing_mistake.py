"""Say that a note about a mistake was looked into."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.events import ListingMistakeSettled
from kith.directory.policies.listing_mistake import May, one_listing_mistake, told_to


@transaction.atomic
def settle_listing_mistake(viewer: Viewer, *, mistake_id: UUID) -> UUID:
    """The note is off the list, and its words are gone; settled twice is settled once. Returns its id.

    Raises NotFound.
    """
    note = one_listing_mistake(viewer, mistake_id, May.SETTLE)
    if note.settled_at is not None:
        return note.id
    note.settled_at, note.words = clock.now(), ""
    note.save(update_fields=["settled_at", "words"])
    record(viewer, ListingMistakeSettled(subject=note.ref, organization_id=told_to(viewer, note)))
    return note.id
