"""Ask a partner, without a name, with the person's yes."""

from uuid import UUID

from django.db import transaction

from kith.care.carrying import is_at_limit
from kith.care.errors import (
    NoNamedContact,
    PartnerPaused,
    ReachesSomeoneKeptOut,
    ServiceTakesNoneFromUs,
    SharingPaused,
    TooManyOpenAsks,
)
from kith.care.events import ReferralAsked
from kith.care.excluded import reaches_nobody_else, takes_none_from_us, way_to
from kith.care.lifecycle.referral import check_step
from kith.care.models import Referral
from kith.care.policies.need import May as MayNeed
from kith.care.policies.need import one_need
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.telling import need_to_tell
from kith.care.terms import NeedDomain, NextStep, ReferralStatus
from kith.care.told import PersonsAnswer
from kith.consent.queries.is_paused import is_paused
from kith.consent.terms import ASK_KINDS, NAME_KINDS
from kith.core import clock
from kith.core.events import record
from kith.core.locks import hold_lock
from kith.core.viewer import Viewer
from kith.core.working_time import due_at
from kith.disclosure.actions.record_consent import record_consent
from kith.disclosure.actions.share_ask import share_ask
from kith.partnerships.views_of import ContactCard, Route


@transaction.atomic
def ask_partner(viewer: Viewer, *, referral_id: UUID, answer: PersonsAnswer) -> UUID:
    """Keep the person's yes and send the ask: need, language, rough area, times, access; no name.

    Returns the referral's id. The clock runs in the receiver's own days; without known days or a promise
    there is no clock and the next step is to phone. Asks to one receiver go one after the other, so that its
    own limit holds. Raises NotFound, Denied, StatusConflict, PartnerPaused, TooManyOpenAsks, NoNamedContact,
    ReachesSomeoneKeptOut, ServiceTakesNoneFromUs, or what the privacy decision says.
    """
    referral = one_referral_to_change(viewer, referral_id, May.PREPARE)
    check_step(referral.status, ReferralStatus.ASKED)
    hold_lock(f"care.asks_to:{referral.receiver_id}")
    way = way_to(
        viewer,
        person_id=referral.person_id,
        sender_id=referral.sender_id,
        receiver_id=referral.receiver_id,
        service_id=referral.service_id,
    )
    contact = _contact_open_for_asks(viewer, way)
    _agree_and_share(viewer, referral, contact, answer)
    _start_clock(referral, way)
    referral.save()
    record(
        viewer,
        ReferralAsked(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            partner_organization_id=referral.receiver_id,
            disclosure_id=referral.ask_disclosure_id or referral.id,
            contact_id=contact.id,
        ),
    )
    return referral.id


def _contact_open_for_asks(viewer: Viewer, way: Route) -> ContactCard:
    if reaches_nobody_else(way):
        raise ReachesSomeoneKeptOut
    if takes_none_from_us(way):
        raise ServiceTakesNoneFromUs
    if way.contact is None:
        raise NoNamedContact
    if way.paused_until is not None:
        raise PartnerPaused
    if is_at_limit(viewer, way):
        raise TooManyOpenAsks
    return way.contact


def _agree_and_share(viewer: Viewer, referral: Referral, contact: ContactCard, answer: PersonsAnswer) -> None:
    need = one_need(viewer, referral.need_id, MayNeed.READ)
    _check_not_paused(viewer, referral)
    referral.contact_id = contact.id
    referral.consent_id = record_consent(
        viewer,
        person_id=referral.person_id,
        recipient_id=referral.receiver_id,
        contact_id=contact.id,
        about=referral.ref,
        kinds=ASK_KINDS | NAME_KINDS,
        until=answer.until,
        words=answer.words,
        language=answer.language,
        interpreted_into=answer.interpreted_into,
        given_how=answer.given_how,
        interpreter=answer.interpreter,
    )
    referral.ask_disclosure_id = share_ask(
        viewer,
        person_id=referral.person_id,
        recipient_id=referral.receiver_id,
        contact_id=contact.id,
        about=referral.ref,
        need_text=need_to_tell(ask_words=need.ask_words, domain=NeedDomain(need.domain)),
    )


def _start_clock(referral: Referral, way: Route) -> None:
    now = clock.now()
    referral.status = ReferralStatus.ASKED.value
    referral.asked_at = now
    referral.promise_days = way.promise_days
    referral.due_at = due_at(way.week, start=now, days=way.promise_days) if way.promise_days else None
    has_clock = referral.due_at is not None
    referral.next_step = NextStep.WAIT_FOR_ANSWER.value if has_clock else NextStep.PHONE_THEM.value
    referral.next_at = referral.due_at or now


def _check_not_paused(viewer: Viewer, referral: Referral) -> None:
    """A pause ends by "go on" alone, never by a new yes for something else."""
    if is_paused(
        viewer,
        person_id=referral.person_id,
        holder_id=referral.sender_id,
        recipient_id=referral.receiver_id,
    ):
        raise SharingPaused
