"""Stop a request."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.end_referral import end_referral
from kith.care.events import ReferralWithdrawn
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import Disposition, ReferralStatus
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.disclosure.actions.stop_sharing_about import stop_sharing_about


@transaction.atomic
def withdraw_referral(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """End the request before it is finished: links close, a held place comes back. Returns its id.

    What the partner was told for it is hidden, and a partner that knows the name is asked to use it no more;
    what it was told for another request stays. Raises NotFound, Denied or StatusConflict.
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
    stop_sharing_about(viewer, person_id=referral.person_id, about=referral.ref)
    return referral_id
