"""A worker chooses a service to ask; nothing leaves yet."""

from uuid import UUID

from django.db import IntegrityError, transaction

from kith.care.errors import AlreadyAsked, ReachesSomeoneKeptOut
from kith.care.events import ReferralDrafted
from kith.care.excluded import excluded_organizations, reaches_nobody_else, way_to
from kith.care.models import Need, Referral
from kith.care.policies.need import May, one_need
from kith.care.policies.referral import is_open_elsewhere
from kith.care.terms import NextStep
from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import ServiceCard, service_cards
from kith.disclosure.errors import SharingForbidden


@transaction.atomic
def draft_referral(viewer: Viewer, *, need_id: UUID, service_id: UUID) -> UUID:
    """Prepare an ask to one service for one need, owned by the viewer. Returns its id.

    Raises NotFound for a need that is not the viewer's or a service that is not there, AlreadyAsked if the
    same need is open at the same service, SharingForbidden if the person does not want that organisation to
    know, ReachesSomeoneKeptOut if everybody named there is kept out, Denied if the service is the viewer's
    own organisation's or the viewer is nobody who can own a next step.
    """
    need = one_need(viewer, need_id, May.CHANGE)
    card = service_cards(viewer, service_ids=[service_id]).get(service_id)
    if card is None:
        raise NotFound
    if viewer.user_id is None or card.organization_id == need.organization_id:
        raise Denied
    if card.organization_id in excluded_organizations(viewer, person_id=need.person_id):
        raise SharingForbidden
    way = way_to(
        viewer,
        person_id=need.person_id,
        sender_id=need.organization_id,
        receiver_id=card.organization_id,
        service_id=service_id,
    )
    if reaches_nobody_else(way):
        raise ReachesSomeoneKeptOut
    if is_open_elsewhere(need_id=need_id, service_id=service_id):
        raise AlreadyAsked
    referral = _draft(need, card, viewer.user_id)
    record(
        viewer,
        ReferralDrafted(
            subject=referral.ref,
            person_id=need.person_id,
            organization_id=need.organization_id,
            need_id=need_id,
            service_id=service_id,
        ),
    )
    return referral.id


def _draft(need: Need, card: ServiceCard, owner_id: UUID) -> Referral:
    """Of two drafts at the same moment the database lets one through."""
    try:
        with transaction.atomic():
            return Referral.objects.create(
                need=need,
                person_id=need.person_id,
                service_id=card.id,
                sender_id=need.organization_id,
                receiver_id=card.organization_id,
                owner_id=owner_id,
                next_step=NextStep.READ_AND_ASK.value,
                next_at=clock.now(),
                drafted_at=clock.now(),
            )
    except IntegrityError as error:
        raise AlreadyAsked from error
