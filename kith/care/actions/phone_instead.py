"""A mail did not reach the partner, or cannot: put "phone them" before the owner."""

from uuid import UUID

from django.db import transaction

from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import NextStep, ReferralStatus
from kith.core import clock
from kith.core.viewer import Viewer

CAN_BE_PHONED = {ReferralStatus.ASKED.value, ReferralStatus.ACCEPTED.value, ReferralStatus.NAMED.value}


@transaction.atomic
def phone_instead(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """Make phoning the next step while the referral is open. Returns its id. Raises NotFound or Denied."""
    referral = one_referral_to_change(viewer, referral_id, May.TEND)
    if referral.status in CAN_BE_PHONED:
        referral.next_step = NextStep.PHONE_THEM.value
        referral.next_at = clock.now()
        referral.save(update_fields=["next_step", "next_at"])
    return referral.id
