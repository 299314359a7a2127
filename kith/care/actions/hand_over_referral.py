"""Give a referral to another worker: one owner at a time."""

from uuid import UUID

from django.db import transaction

from kith.accounts.queries.colleagues import colleagues
from kith.care.events import ReferralHandedOver
from kith.care.policies.referral import WORKERS, May, one_referral_to_change
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.actions.pass_on_messages import pass_on_messages


@transaction.atomic
def hand_over_referral(viewer: Viewer, *, referral_id: UUID, user_id: UUID) -> UUID:
    """Make a colleague the owner, of the messages about it too. Returns the referral's id.

    Raises NotFound if the referral is not there or no such colleague helps people here, Denied.
    """
    referral = one_referral_to_change(viewer, referral_id, May.HAND_OVER)
    helpers = {one.user_id for one in colleagues(viewer) if one.roles.intersection(WORKERS)}
    if user_id not in helpers:
        raise NotFound
    referral.owner_id = user_id
    referral.save(update_fields=["owner"])
    pass_on_messages(viewer, about=referral.ref, to_user_id=user_id)
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
