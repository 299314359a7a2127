"""A person takes the yes for one record back."""

from uuid import UUID

from django.db import transaction

from kith.consent.ending import withdraw_row
from kith.consent.policies.grant import May, held_grants
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def withdraw_about(viewer: Viewer, *, person_id: UUID, about: Ref) -> int:
    """Take back what this person agreed to for this record, and nothing else. Returns how many.

    As far as the viewer may. The disclosure room's `stop_sharing_about` also stops what was sent.
    """
    held = held_grants(viewer, May.CHANGE, person_id=person_id)
    rows = [row for row in held if row.withdrawn_at is None and row.about == about]
    for row in rows:
        withdraw_row(viewer, row)
    return len(rows)
