"""A person resumes sharing with a partner."""

from uuid import UUID

from django.db import transaction

from kith.consent.actions.resume_consent import resume_consent
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.events import SharingResumed
from kith.disclosure.stopping import abouts_of, open_lines


@transaction.atomic
def resume_sharing(viewer: Viewer, *, consent_id: UUID) -> None:
    """Let this consent's partner see again what it was told. What was stopped in the post is not sent again.

    Raises NotFound, Denied or HasEnded.
    """
    told = resume_consent(viewer, consent_id=consent_id)
    record(
        viewer,
        SharingResumed(
            subject=Ref("consent", consent_id),
            person_id=told.person_id,
            organization_id=told.holder_id,
            recipient_id=told.recipient_id,
            abouts=abouts_of(open_lines(viewer, told)),
        ),
    )
