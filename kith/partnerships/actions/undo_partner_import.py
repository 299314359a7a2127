"""Undoing the taking in of a spreadsheet."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.import_events import PartnerImportUndone
from kith.partnerships.models import Agreement, Partner, PartnerImport
from kith.partnerships.policies.partner_import import (
    contacts_of_import,
    drafts_of_import,
    may_be_undone,
    one_import_to_change,
    partners_nobody_uses,
)


@transaction.atomic
def undo_partner_import(viewer: Viewer, *, import_id: UUID) -> UUID:
    """Take back what it made as far as nobody has used it since; what was used stays.

    Drafts that only we have seen are thrown away, people are no longer asked, and partners that nothing else
    refers to are partners no more. Organisations stay in the directory. Raises NotFound, or StatusConflict
    later than seven days.
    """
    kept = one_import_to_change(viewer, import_id)
    if not may_be_undone(kept):
        raise StatusConflict
    drafts = _throw_away(drafts_of_import(kept))
    people = _take_back_people(viewer, kept)
    partners = _throw_away(partners_nobody_uses(kept))
    kept.undone_at = clock.now()
    kept.save(update_fields=["undone_at"])
    record(
        viewer,
        PartnerImportUndone(
            subject=kept.ref,
            organization_id=kept.organization_id,
            partners=partners,
            contacts=people,
            agreements=drafts,
        ),
    )
    return kept.id


def _throw_away(rows: Sequence[Agreement] | Sequence[Partner]) -> int:
    for row in rows:
        row.delete()
    return len(rows)


def _take_back_people(viewer: Viewer, kept: PartnerImport) -> int:
    """Whom nobody was told of vanishes; whom something refers to is asked no more."""
    people = list(contacts_of_import(kept))
    for contact in people:
        end_contact(viewer, contact_id=contact.id)
        try:
            with transaction.atomic():
                contact.delete()
        except ProtectedError:
            continue
    return len(people)
