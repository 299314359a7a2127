"""The words of an ask that is out turned out to hold the name."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.phone_instead import phone_instead
from kith.care.events import NameFoundInAsk
from kith.care.policies.referral import May, one_referral
from kith.care.terms import ReferralStatus
from kith.core.events import record
from kith.core.viewer import Viewer

NOT_NAMED_YET = {ReferralStatus.ASKED.value, ReferralStatus.ACCEPTED.value}


@transaction.atomic
def note_name_in_ask(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """Put "phone them" before the owner, unless the partner knows the name by now or it is over.

    Each look hides those words already. Returns the referral's id. Raises NotFound or Denied.
    """
    referral = one_referral(viewer, referral_id, May.TEND)
    if referral.status not in NOT_NAMED_YET:
        return referral.id
    phone_instead(viewer, referral_id=referral_id)
    record(
        viewer,
        NameFoundInAsk(
            subject=referral.ref, person_id=referral.person_id, organization_id=referral.sender_id
        ),
    )
    return referral.id
