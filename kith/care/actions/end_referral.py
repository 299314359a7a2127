"""End a referral: the step, the place, the links; part of the actions that end one."""

from uuid import UUID

from kith.care.lifecycle.referral import check_step
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import Disposition, NextStep, ReferralStatus
from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.actions.give_back_place import give_back_place
from kith.post.actions.cancel_messages import cancel_messages
from kith.post.actions.close_links import close_links

WHO = {
    ReferralStatus.DECLINED: May.ANSWER,
    ReferralStatus.NOT_REACHED: May.REPORT,
    ReferralStatus.COMPLETED: May.CLOSE,
    ReferralStatus.WITHDRAWN: May.WITHDRAW,
}


def end_referral(
    viewer: Viewer, *, referral_id: UUID, status: ReferralStatus, disposition: Disposition
) -> UUID:
    """Close it: nothing more is sent, its links end, and a place that was held comes back.

    The caller records the event and holds the transaction. Raises NotFound, Denied or StatusConflict.
    """
    referral = one_referral_to_change(viewer, referral_id, WHO[status])
    check_step(referral.status, status)
    if referral.has_place:
        give_back_place(viewer, service_id=referral.service_id)
    referral.has_place = False
    referral.status = status.value
    referral.disposition = disposition.value
    referral.closed_at = clock.now()
    referral.next_step = NextStep.NOTHING.value
    referral.next_at = None
    referral.save()
    cancel_messages(viewer, about=referral.ref)
    close_links(viewer, about=referral.ref)
    return referral_id
