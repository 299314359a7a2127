"""Let a field say again what its source says."""

from uuid import UUID

from django.db import transaction

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.directory.errors import SourceWordsTakenOut
from kith.directory.keeping.changing import Change, note_changes
from kith.directory.keeping.listing import found_under, texts_of
from kith.directory.keeping.writing import write_texts
from kith.directory.policies.field_change import (
    is_kept_back,
    listing_to_edit,
    typed_here,
    were_taken_out,
)
from kith.directory.terms import ChangedHow, ListingKind


@transaction.atomic
def restore_to_source(viewer: Viewer, *, kind: ListingKind, listing_id: UUID, field_name: str) -> UUID:
    """Give the field back to the source, which keeps it from now on; returns the listing's id.

    Words that were kept back stay so. Raises NotFound, also if nobody here typed over the field, Denied, or
    SourceWordsTakenOut: then nobody here knows what the source says, and nothing is not what it says.
    """
    listing = listing_to_edit(viewer, kind, listing_id)
    typed = typed_here(viewer).filter(resource_id=listing.id, field_name=field_name).first()
    if typed is None:
        raise NotFound
    if not typed.source_value and were_taken_out(listing.id, field_name):
        raise SourceWordsTakenOut
    before = texts_of(viewer, listing)[field_name]
    typed.delete()
    if before != typed.source_value:
        write_texts(viewer, listing, {field_name: typed.source_value}, found_under(viewer, listing))
        kept_back = is_kept_back(listing.id, field_name, {before, typed.source_value} - {""})
        change = Change(field_name, before, typed.source_value)
        note_changes(viewer, listing, [change], how=ChangedHow.RESTORED, is_confidential=kept_back)
    return listing.id
