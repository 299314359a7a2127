"""A person asks to be contacted, by themself, from the page of a service."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kith.care.errors import NobodyOnDuty
from kith.care.events import ContactAsked
from kith.care.models import Need, Referral
from kith.care.terms import Level, NeedDomain, NextStep
from kith.core import clock
from kith.core.errors import BadInput, NotFound
from kith.core.events import record
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards
from kith.people.actions.take_in_self_started import take_in_self_started
from kith.post.actions.set_safe_contact import set_safe_contact
from kith.post.safe_contact import SafeContact

CONTACT_WITHIN = timedelta(days=1)


@transaction.atomic
def request_contact(
    viewer: Viewer,
    *,
    service_id: UUID,
    alias: str,
    words: str,
    domain: NeedDomain,
    languages: list[str],
    rough_area: str,
    how_to_reach: SafeContact,
) -> UUID:
    """Put the wish before the host's worker on duty, with the person's own rule for being reached.

    Nothing leaves to the service: the worker contacts the person first. Returns the referral's id. Raises
    NotFound for an unknown service, NobodyOnDuty, BadInput without words or any way to be reached.
    """
    site = site_profile(viewer)
    card = service_cards(viewer, service_ids=[service_id]).get(service_id)
    if card is None:
        raise NotFound
    if site.host_organization_id is None or site.duty_user_id is None:
        raise NobodyOnDuty
    _check(words, how_to_reach)
    person_id = take_in_self_started(
        viewer,
        alias=alias,
        languages=languages,
        organization_id=site.host_organization_id,
        owner_user_id=site.duty_user_id,
        rough_area=rough_area,
    )
    set_safe_contact(
        viewer, person_id=person_id, rule=how_to_reach, organization_id=site.host_organization_id
    )
    need = Need.objects.create(
        person_id=person_id,
        organization_id=site.host_organization_id,
        words=words.strip(),
        domain=domain.value,
        level=Level.MICRO.value,
        told_at=clock.now(),
    )
    referral = Referral.objects.create(
        need=need,
        person_id=person_id,
        service_id=service_id,
        sender_id=site.host_organization_id,
        receiver_id=card.organization_id,
        owner_id=site.duty_user_id,
        is_self_started=True,
        next_step=NextStep.CONTACT_PERSON.value,
        next_at=clock.now() + CONTACT_WITHIN,
        drafted_at=clock.now(),
    )
    record(
        viewer,
        ContactAsked(
            subject=referral.ref,
            person_id=person_id,
            organization_id=site.host_organization_id,
            service_id=service_id,
        ),
    )
    return referral.id


def _check(words: str, rule: SafeContact) -> None:
    if not words.strip():
        raise BadInput(_("Tell us in a few words what you need."), field="words")
    reachable = (rule.may_mail and rule.email) or ((rule.may_call or rule.may_text) and rule.phone)
    if not reachable:
        raise BadInput(_("Tell us one way to reach you: a phone number or a mail address."), field="phone")
