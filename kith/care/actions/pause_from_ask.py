"""The partner pauses from the page of an ask."""

from datetime import date
from uuid import UUID

from django.db import transaction

from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import ReferralStatus
from kith.core.errors import StatusConflict
from kith.core.viewer import Viewer
from kith.partnerships.actions.pause_asks import pause_asks


@transaction.atomic
def pause_from_ask(viewer: Viewer, *, referral_id: UUID, until: date) -> UUID:
    """Take no new asks at the receiver until `until`; this ask stays open. Returns the referral's id.

    Raises NotFound, Denied, BadPause, or StatusConflict once the ask is answered or over.
    """
    referral = one_referral_to_change(viewer, referral_id, May.ANSWER)
    if referral.status != ReferralStatus.ASKED.value:
        raise StatusConflict
    pause_asks(viewer, organization_id=referral.receiver_id, until=until)
    return referral.id
