"""A person pauses a yes."""

from uuid import UUID

from django.db import transaction

from kith.consent.ending import not_taken_back, told_by
from kith.consent.errors import HasEnded
from kith.consent.events import ConsentPaused
from kith.consent.views_of import Told
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def pause_consent(viewer: Viewer, *, consent_id: UUID) -> Told:
    """Pause every yes to this partner; nothing is told until it is resumed. Pausing twice is no error.

    Says who is not to be told. Raises NotFound, Denied, or HasEnded if there is no yes left to pause.
    """
    told = told_by(viewer, consent_id=consent_id)
    rows = not_taken_back(viewer, told)
    if not rows:
        raise HasEnded
    for row in rows:
        if row.paused_at is None:
            row.paused_at = clock.now()
            row.save(update_fields=["paused_at"])
            record(
                viewer,
                ConsentPaused(
                    subject=row.ref,
                    person_id=row.person_id,
                    organization_id=row.holder_id,
                    recipient_id=row.recipient_id,
                ),
            )
    return told
