"""Close the loop."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kith.care.actions.end_referral import end_referral
from kith.care.events import ReferralClosed
from kith.care.policies.answer import persons_words, service_reports
from kith.care.policies.referral import May, one_referral
from kith.care.terms import Disposition, ReferralStatus, WhatHappened
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def close_referral(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """End it as served: the service said they met, and the person spoke or could not be asked safely.

    Returns the referral's id. Raises NotFound, Denied, or StatusConflict saying which of the two is missing.
    """
    referral = one_referral(viewer, referral_id, May.CLOSE)
    met = service_reports(viewer, [referral_id]).filter(happened=WhatHappened.MET.value)
    if not met.exists():
        raise StatusConflict(_("The service has not said yet that they met. Ask them first."))
    if not persons_words(viewer, [referral_id]).exists():
        raise StatusConflict(_("Ask the person first, or say that they could not be asked safely."))
    end_referral(
        viewer,
        referral_id=referral_id,
        status=ReferralStatus.COMPLETED,
        disposition=Disposition.SERVED,
    )
    record(
        viewer,
        ReferralClosed(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            partner_organization_id=referral.receiver_id,
            disposition=Disposition.SERVED,
        ),
    )
    return referral_id
