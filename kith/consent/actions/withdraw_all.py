"""A person takes every yes back."""

from uuid import UUID

from django.db import transaction

from kith.consent.ending import withdraw_row
from kith.consent.policies.grant import May, held_grants
from kith.core.viewer import Viewer


@transaction.atomic
def withdraw_all(viewer: Viewer, *, person_id: UUID) -> int:
    """Take back all that this person has agreed to, as far as the viewer may. Returns how many."""
    held = held_grants(viewer, May.CHANGE, person_id=person_id)
    rows = [row for row in held if row.withdrawn_at is None]
    for row in rows:
        withdraw_row(viewer, row)
    return len(rows)
