"""Give a referral to another worker: one owner at a time."""

from uuid import UUID

from django.db import transaction

from kith.accounts.queries.colleagues import colleagues
from kith.care.events import ReferralHandedOver
from kith.care.policies.referral import May, one_referral_to_change
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def hand_over_referral(viewer: Viewer, *, referral_id: UUID, user_id: UUID) -> UUID:
    """Make a colleague the owner. Returns the referral's id.

    Raises NotFound if the referral or the colleague is not there, Denied.
    """
    referral = one_referral_to_change(viewer, referral_id, May.HAND_OVER)
    if user_id not in {colleague.user_id for colleague in colleagues(viewer)}:
        raise NotFound
    referral.owner_id = user_id
    referral.save(update_fields=["owner"])
    record(
        viewer,
        ReferralHandedOver(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            new_owner_id=user_id,
        ),
    )
    return referral.id
