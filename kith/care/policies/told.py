"""Which way of telling fits which door."""

from uuid import UUID

from kith.care.errors import AnswerComesFromElsewhere
from kith.care.models import Referral
from kith.care.terms import ToldVia
from kith.care.told import Told
from kith.core import clock
from kith.core.viewer import Door, Viewer


def check_told(viewer: Viewer, referral: Referral, told: Told) -> None:
    """Let it pass if this viewer can know it this way. Raises AnswerComesFromElsewhere."""
    if told.via is not _way(viewer, referral.sender_id, referral.receiver_id):
        raise AnswerComesFromElsewhere
    if told.via is ToldVia.PHONE and not told.told_by.strip():
        raise AnswerComesFromElsewhere
    if told.told_at > clock.now():
        raise AnswerComesFromElsewhere


def _way(viewer: Viewer, sender_id: UUID, receiver_id: UUID) -> ToldVia | None:
    """The one way in which this viewer learns what a partner says."""
    if viewer.door is Door.ANSWER:
        return ToldVia.LINK
    if viewer.organization_id == sender_id:
        return ToldVia.PHONE
    if viewer.organization_id == receiver_id:
        return ToldVia.SIGNED_IN
    return None
