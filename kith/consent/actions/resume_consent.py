"""A person ends the pause of a yes."""

from uuid import UUID

from django.db import transaction

from kith.consent.ending import not_taken_back, told_by
from kith.consent.errors import HasEnded
from kith.consent.events import ConsentResumed
from kith.consent.views_of import Told
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def resume_consent(viewer: Viewer, *, consent_id: UUID) -> Told:
    """Let every paused yes to this partner count again; its last day stays as it was.

    Resuming twice is no error. Says who may be told again. Raises NotFound, Denied, or HasEnded.
    """
    told = told_by(viewer, consent_id=consent_id)
    rows = not_taken_back(viewer, told)
    if not rows:
        raise HasEnded
    for row in rows:
        if row.paused_at is not None:
            row.paused_at = None
            row.save(update_fields=["paused_at"])
            record(
                viewer,
                ConsentResumed(
                    subject=row.ref,
                    person_id=row.person_id,
                    organization_id=row.holder_id,
                    recipient_id=row.recipient_id,
                ),
            )
    return told
