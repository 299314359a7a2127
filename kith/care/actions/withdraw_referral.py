"""Stop a request."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.end_referral import end_referral
from kith.care.events import ReferralWithdrawn
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import Disposition, ReferralStatus
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def withdraw_referral(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """End the request before it is finished: links close, a held place comes back. Returns its id.

    What the partner was told stays in the ledger; stopping the sharing itself is `stop_sharing`.
    Raises NotFound, Denied or StatusConflict.
    """
    referral = one_referral_to_change(viewer, referral_id, May.WITHDRAW)
    end_referral(
        viewer,
        referral_id=referral_id,
        status=ReferralStatus.WITHDRAWN,
        disposition=Disposition.WITHDREW,
    )
    record(
        viewer,
        ReferralWithdrawn(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            had_yes=referral.status == ReferralStatus.ACCEPTED.value,
        ),
    )
    return referral_id
