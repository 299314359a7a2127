"""Prepare another service for the worker to look at with the person; nobody is asked."""

from uuid import UUID

from django.db import transaction

from kith.care.carrying import is_at_limit
from kith.care.events import ReferralDrafted
from kith.care.excluded import excluded_organizations, way_to
from kith.care.models import Referral
from kith.care.policies.referral import OPEN, May, one_referral, services_tried
from kith.care.terms import NextStep
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.needing import Needed
from kith.directory.queries.matched_services import matched_services
from kith.directory.queries.service_cards import ServiceCard, service_cards
from kith.partnerships.queries.bound_partners import bound_partners
from kith.partnerships.queries.promised import promised

LOOK_AT = 12


@transaction.atomic
def draft_reroute(viewer: Viewer, *, referral_id: UUID) -> UUID | None:
    """Draft the next place for the same need, owned by the same worker; None if none can be asked.

    A draft only: the person is asked before anyone else is; an organisation that the person excludes is not
    even drafted (promise 2). Raises NotFound or Denied.
    """
    earlier = one_referral(viewer, referral_id, May.TEND)
    tried = services_tried(viewer, need_id=earlier.need_id)
    if any(status in OPEN and other != earlier.pk for other, _service, status in tried):
        return None
    card = _next_place(viewer, earlier, {service for _other, service, _status in tried})
    if card is None:
        return None
    draft = Referral.objects.create(
        need_id=earlier.need_id,
        person_id=earlier.person_id,
        service_id=card.id,
        sender_id=earlier.sender_id,
        receiver_id=card.organization_id,
        owner_id=earlier.owner_id,
        reroute_of=earlier,
        next_step=NextStep.READ_AND_ASK.value,
        next_at=clock.now(),
        drafted_at=clock.now(),
    )
    record(
        viewer,
        ReferralDrafted(
            subject=draft.ref,
            person_id=draft.person_id,
            organization_id=draft.sender_id,
            need_id=draft.need_id,
            service_id=draft.service_id,
        ),
    )
    return draft.id


def _next_place(viewer: Viewer, earlier: Referral, tried: set[UUID]) -> ServiceCard | None:
    """The first service like the one asked before, bound by an agreement, with somebody who may be asked.

    Full and paused ones, those at their limit or that take none from us, are passed over; whom the parties
    agreed to ask next come first, in their order; one that lists other languages comes after all others.
    """
    agreed = _asked_next(viewer, earlier)
    cards = _candidates(viewer, earlier)
    for card in sorted(cards, key=lambda card: agreed.get(card.organization_id, len(agreed))):
        if card.id in tried:
            continue
        way = way_to(
            viewer,
            person_id=earlier.person_id,
            sender_id=earlier.sender_id,
            receiver_id=card.organization_id,
            service_id=card.id,
        )
        can_be_asked = way.accepts and way.contact is not None and way.paused_until is None
        if can_be_asked and not is_at_limit(viewer, way):
            return card
    return None


def _asked_next(viewer: Viewer, earlier: Referral) -> dict[UUID, int]:
    """In which order the agreement on the earlier service names whom to ask next."""
    found = promised(
        viewer,
        sender_id=earlier.sender_id,
        receiver_id=earlier.receiver_id,
        service_id=earlier.service_id,
    )
    return {organization_id: place for place, organization_id in enumerate(found.then)}


def _candidates(viewer: Viewer, earlier: Referral) -> list[ServiceCard]:
    """By what the earlier service helps with, where and in which languages: nothing is read of the person."""
    asked = service_cards(viewer, service_ids=[earlier.service_id])[earlier.service_id]
    passed_over = {earlier.sender_id, earlier.receiver_id}
    passed_over |= excluded_organizations(viewer, person_id=earlier.person_id)
    needed = Needed(
        topics=asked.topics,
        words="" if asked.topics else asked.name,
        place=asked.rough_area,
        languages=asked.languages,
        without=frozenset(passed_over),
        first_of=bound_partners(viewer, sender_id=earlier.sender_id),
        limit=LOOK_AT,
    )
    found = matched_services(viewer, needed=needed, language="en")
    return [line.card for line in (*found.fits, *found.others)]
