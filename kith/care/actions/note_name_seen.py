"""The named contact opened the page with the name."""

from uuid import UUID

from django.db import transaction

from kith.care.errors import SharingStopped
from kith.care.events import NameSeen
from kith.care.policies.referral import May, one_referral
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def note_name_seen(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """Record the look, so that the person can see it. Returns the referral's id.

    Raises NotFound, or SharingStopped if no name was told.
    """
    referral = one_referral(viewer, referral_id, May.READ_AS_RECEIVER)
    if referral.name_disclosure_id is None:
        raise SharingStopped
    record(
        viewer,
        NameSeen(subject=referral.ref, person_id=referral.person_id, organization_id=referral.sender_id),
    )
    return referral.id
