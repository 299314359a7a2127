"""The partner would rather be phoned."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.keep_answer import keep_answer
from kith.care.events import CallAsked
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import AnswerKind, NextStep, ReferralStatus
from kith.care.told import Told
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def ask_for_a_call(viewer: Viewer, *, referral_id: UUID, told: Told) -> UUID:
    """Put "phone them" before the owner, today. The ask stays open. Returns the referral's id.

    Raises NotFound, Denied, AnswerComesFromElsewhere, or StatusConflict if it is answered already.
    """
    referral = one_referral_to_change(viewer, referral_id, May.ANSWER)
    if referral.status != ReferralStatus.ASKED.value:
        raise StatusConflict
    referral.call_asked_at = clock.now()
    referral.next_step = NextStep.PHONE_THEM.value
    referral.next_at = clock.now()
    referral.save()
    keep_answer(
        viewer,
        referral_id=referral.id,
        kind=AnswerKind.PHONE_ME,
        reason="",
        closed_until=None,
        told=told,
    )
    record(
        viewer,
        CallAsked(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            via=told.via,
        ),
    )
    return referral.id
