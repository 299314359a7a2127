"""The partner cannot take it now, and says why."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kith.care.actions.end_referral import end_referral
from kith.care.actions.keep_answer import keep_answer
from kith.care.events import ReferralDeclined
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import AnswerKind, Disposition, NotNowReason, ReferralStatus
from kith.care.told import NotNow, Told
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Viewer

DISPOSITION = {
    NotNowReason.FULL: Disposition.DECLINED_CAPACITY,
    NotNowReason.NOT_FOR_US: Disposition.DECLINED_INELIGIBLE,
    NotNowReason.CLOSED_UNTIL: Disposition.DECLINED_CAPACITY,
}


@transaction.atomic
def decline_referral(viewer: Viewer, *, referral_id: UUID, not_now: NotNow, told: Told) -> UUID:
    """Keep the no with its reason; the partner never learns who it was. Returns the referral's id.

    Raises NotFound, Denied, StatusConflict, AnswerComesFromElsewhere, or BadInput if "closed until" has
    no day.
    """
    referral = one_referral_to_change(viewer, referral_id, May.ANSWER)
    if (not_now.reason is NotNowReason.CLOSED_UNTIL) != (not_now.closed_until is not None):
        raise BadInput(_("Choose the day you open again."), field="closed_until")
    end_referral(
        viewer,
        referral_id=referral_id,
        status=ReferralStatus.DECLINED,
        disposition=DISPOSITION[not_now.reason],
    )
    keep_answer(
        viewer,
        referral_id=referral_id,
        kind=AnswerKind.NOT_NOW,
        reason=not_now.reason.value,
        closed_until=not_now.closed_until,
        told=told,
    )
    record(
        viewer,
        ReferralDeclined(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            via=told.via,
            reason=not_now.reason,
        ),
    )
    return referral_id
