"""The person picks a partner that said yes: now the name follows."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.errors import ContactNotConfirmed, NoNamedContact, NoOwnCode
from kith.care.events import ReferralNamed
from kith.care.excluded import asked_contact
from kith.care.lifecycle.referral import check_step
from kith.care.models import Referral
from kith.care.policies.need import one_need_to_change
from kith.care.policies.referral import May, one_referral, one_referral_to_change, referrals
from kith.care.terms import NextStep, ReferralStatus
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.core.working_time import due_at
from kith.disclosure.actions.share_name import share_name
from kith.partnerships.queries.route import route
from kith.partnerships.views_of import Route

MEET_WITHIN_WORKING_DAYS = 5
MEET_WITHIN = timedelta(days=7)


@transaction.atomic
def choose_partner(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """Tell name and safe contact to the partner's named contact, decided again at this moment.

    Every other open ask for the same need is stopped; those partners never learn who it was. The need is
    locked first: of two chosen at once, one is. Returns the referral's id. Raises NotFound, Denied,
    StatusConflict, NoNamedContact, ContactNotConfirmed, NoOwnCode, or what the privacy decision says (then
    nothing leaves and the yes stays as it was).
    """
    one_need_to_change(viewer, one_referral(viewer, referral_id, May.CHOOSE).need_id)
    referral = one_referral_to_change(viewer, referral_id, May.CHOOSE)
    check_step(referral.status, ReferralStatus.NAMED)
    way = route(viewer, sender_id=referral.sender_id, receiver_id=referral.receiver_id)
    contact_id = _contact_with_code(referral, way)
    referral.name_disclosure_id = share_name(
        viewer,
        person_id=referral.person_id,
        recipient_id=referral.receiver_id,
        contact_id=contact_id,
        about=referral.ref,
        said_yes_at=referral.answered_at,
    )
    referral.status = ReferralStatus.NAMED.value
    referral.named_at = clock.now()
    referral.next_step = NextStep.WAIT_TO_MEET.value
    in_their_days = due_at(way.week, start=clock.now(), days=MEET_WITHIN_WORKING_DAYS)
    referral.next_at = in_their_days or clock.now() + MEET_WITHIN
    referral.save()
    _stop_the_others(viewer, referral)
    record(
        viewer,
        ReferralNamed(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            partner_organization_id=referral.receiver_id,
            disclosure_id=referral.name_disclosure_id,
            contact_id=contact_id,
        ),
    )
    return referral.id


def _contact_with_code(referral: Referral, way: Route) -> UUID:
    """The contact that the person's consent named; a changed contact needs a new consent."""
    contact = asked_contact(way, contact_id=referral.contact_id)
    if contact is None:
        raise NoNamedContact
    if contact.is_unconfirmed:
        raise ContactNotConfirmed
    if contact.has_email and not contact.has_own_code:
        raise NoOwnCode
    return contact.id


def _stop_the_others(viewer: Viewer, chosen: Referral) -> None:
    open_ones = [ReferralStatus.DRAFT.value, ReferralStatus.ASKED.value, ReferralStatus.ACCEPTED.value]
    others = referrals(viewer, May.WITHDRAW).filter(need_id=chosen.need_id, status__in=open_ones)
    for other_id in others.exclude(pk=chosen.pk).values_list("pk", flat=True):
        withdraw_referral(viewer, referral_id=other_id)
