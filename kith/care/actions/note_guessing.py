"""Somebody guessed at the code of the page with the name."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.phone_instead import phone_instead
from kith.care.events import NameGuessed
from kith.care.policies.referral import May, one_referral_to_change
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def note_guessing(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """Put it before the owner, with "phone them" as the next step while the referral is open.

    The link is closed already. Returns the referral's id. Raises NotFound or Denied.
    """
    phone_instead(viewer, referral_id=referral_id)
    referral = one_referral_to_change(viewer, referral_id, May.TEND)
    referral.guessed_at = clock.now()
    referral.save(update_fields=["guessed_at"])
    record(
        viewer,
        NameGuessed(subject=referral.ref, person_id=referral.person_id, organization_id=referral.sender_id),
    )
    return referral.id
