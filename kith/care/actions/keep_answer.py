"""Keep what a partner said; part of the actions that act on it."""

from datetime import date
from uuid import UUID

from kith.care.models import Answer
from kith.care.policies.referral import May, one_referral
from kith.care.policies.told import check_told
from kith.care.terms import AnswerKind
from kith.care.told import Told
from kith.core.viewer import Viewer


def keep_answer(
    viewer: Viewer,
    *,
    referral_id: UUID,
    kind: AnswerKind,
    reason: str,
    closed_until: date | None,
    told: Told,
) -> UUID:
    """Write the answer with its evidence. Returns the answer's id.

    Raises NotFound, Denied, or AnswerComesFromElsewhere.
    """
    check_told(viewer, one_referral(viewer, referral_id, May.ANSWER), told)
    answer = Answer.objects.create(
        referral_id=referral_id,
        kind=kind.value,
        reason=reason,
        closed_until=closed_until,
        via=told.via.value,
        told_by=told.told_by.strip(),
        told_at=told.told_at,
        recorded_by_id=viewer.user_id,
    )
    return answer.id
