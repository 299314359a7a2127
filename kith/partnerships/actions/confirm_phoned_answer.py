"""A party says whether what was noted on the phone is what it said."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.answer_events import PhonedAnswerConfirmed, PhonedAnswerDoubted
from kith.partnerships.policies.answer import agreement_to_answer
from kith.partnerships.policies.phoned_note import notes_to_confirm
from kith.partnerships.speaking import Speaker


@transaction.atomic
def confirm_phoned_answer(viewer: Viewer, *, agreement_id: UUID, speaker: Speaker, is_right: bool) -> UUID:
    """Keep a yes or a no beside each note that waits for one. The words stay. Returns the agreement's id.

    Raises NotFound, Denied, or StatusConflict if no note of this party waits.
    """
    agreement = agreement_to_answer(viewer, agreement_id, speaker)
    notes = list(notes_to_confirm(viewer, agreement_id))
    if not notes:
        raise StatusConflict
    for note in notes:
        note.is_right, note.answered_at = is_right, clock.now()
        note.contact_id, note.user_id = speaker.contact_id, viewer.user_id
        note.save()
    event = PhonedAnswerConfirmed if is_right else PhonedAnswerDoubted
    record(
        viewer,
        event(
            subject=agreement.ref,
            organization_id=speaker.organization_id,
            number=notes[-1].comment.version_number,
            notes=len(notes),
            contact_id=speaker.contact_id,
        ),
    )
    return agreement_id
