"""The person picks a partner on her own page."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.choose_partner import choose_partner
from kith.care.errors import ContactNotConfirmed, NoNamedContact, NoOwnCode
from kith.care.events import PersonChose
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import NextStep
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer


@transaction.atomic
def choose_myself(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """As `choose_partner`; where nobody can be told there yet, keep her wish and put it before her worker.

    What is missing there is not hers to mend. Nothing leaves then. Returns the referral's id. Raises
    NotFound, Denied, StatusConflict, or what the privacy decision says.
    """
    try:
        return choose_partner(viewer, referral_id=referral_id)
    except (NoNamedContact, ContactNotConfirmed, NoOwnCode):
        return _keep_wish(viewer, referral_id)


def _keep_wish(viewer: Viewer, referral_id: UUID) -> UUID:
    referral = one_referral_to_change(viewer, referral_id, May.CHOOSE)
    if referral.next_step == NextStep.PREPARE_CONTACT.value:
        return referral.id
    referral.next_step = NextStep.PREPARE_CONTACT.value
    referral.next_at = clock.now()
    referral.save(update_fields=["next_step", "next_at"])
    record(
        viewer,
        PersonChose(subject=referral.ref, person_id=referral.person_id, organization_id=referral.sender_id),
    )
    return referral.id
