"""Everything to read before a partner is asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.care.excluded import excluded_organizations, reaches_nobody_else, way_to
from kith.care.fitting import why_it_fits, why_it_may_not
from kith.care.policies.need import May as MayNeed
from kith.care.policies.need import needs, one_need
from kith.care.policies.referral import OPEN, May, one_referral, referrals
from kith.care.telling import need_to_tell
from kith.care.terms import DOMAIN_WORDS, NeedDomain
from kith.consent.terms import Kind
from kith.core import clock
from kith.core.viewer import Viewer
from kith.core.working_time import due_at
from kith.directory.queries.service_cards import service_cards
from kith.disclosure.board import HeldItem
from kith.disclosure.queries.preview_sharing import Preview, preview_sharing
from kith.partnerships.views_of import Route
from kith.people.queries.person_facts import person_facts


@dataclass(frozen=True, slots=True)
class AskPreview:
    """The ask as it would leave now; `due_at` is their promised time if asked now, None: no clock.

    `reaches_kept_out`: asking there would reach an organisation or a human whom the person keeps out.
    """

    referral_id: UUID
    need_id: UUID
    person_id: UUID
    person_label: str
    person_languages: tuple[str, ...]
    need_words: str
    need_about: str
    service_id: UUID
    service_name: str
    organization_id: UUID
    organization_name: str
    contact_name: str
    fits: tuple[str, ...]
    may_not: tuple[str, ...]
    preview: Preview
    promise_days: int | None
    due_at: datetime | None
    way: Route
    reaches_kept_out: bool
    also_open: list[UUID]


def ask_preview(viewer: Viewer, *, referral_id: UUID) -> AskPreview:
    """What goes now, what goes after yes, what stays and why, and when they answer.

    `also_open`: other open requests for this person to the same service. Raises NotFound or Denied.
    """
    referral = one_referral(viewer, referral_id, May.PREPARE)
    need = one_need(viewer, referral.need_id, MayNeed.READ)
    person = person_facts(viewer, person_id=referral.person_id)
    card = service_cards(viewer, service_ids=[referral.service_id])[referral.service_id]
    way = way_to(
        viewer,
        person_id=referral.person_id,
        sender_id=referral.sender_id,
        receiver_id=referral.receiver_id,
        service_id=referral.service_id,
    )
    days = way.promise_days
    also = referrals(viewer, May.READ).filter(
        person_id=person.id, service_id=referral.service_id, status__in=OPEN
    )
    return AskPreview(
        referral_id=referral.id,
        need_id=need.id,
        person_id=person.id,
        person_label=person.alias,
        person_languages=tuple(person.languages),
        need_words=need.words,
        need_about=str(DOMAIN_WORDS[NeedDomain(need.domain)]),
        service_id=card.id,
        service_name=card.name,
        organization_id=card.organization_id,
        organization_name=card.organization_name,
        contact_name=way.contact.name if way.contact else "",
        fits=why_it_fits(card, person, way),
        may_not=why_it_may_not(card, person, way),
        preview=preview_sharing(
            viewer,
            person_id=person.id,
            recipient_id=referral.receiver_id,
            contact_id=_whom(way),
            about=referral.ref,
            service_id=referral.service_id,
            need_text=need_to_tell(ask_words=need.ask_words, domain=NeedDomain(need.domain)),
            also_held=_other_needs(viewer, person.id, need.id),
        ),
        promise_days=days,
        due_at=due_at(way.week, start=clock.now(), days=days) if days else None,
        way=way,
        reaches_kept_out=reaches_nobody_else(way)
        or referral.receiver_id in excluded_organizations(viewer, person_id=person.id),
        also_open=list(also.exclude(pk=referral.pk).values_list("pk", flat=True)),
    )


def _whom(way: Route) -> UUID | None:
    """The human that would be asked; where each is kept out, one of them, so that everything stays."""
    card = way.contact or next(iter(way.contacts), None)
    return card.id if card else None


def _other_needs(viewer: Viewer, person_id: UUID, need_id: UUID) -> tuple[HeldItem, ...]:
    """What else the person told us; it stays."""
    rows = needs(viewer, MayNeed.READ).filter(person_id=person_id).exclude(pk=need_id)
    return tuple(
        HeldItem(Kind.OTHER_NEEDS, str(DOMAIN_WORDS[NeedDomain(row.domain)])) for row in rows.order_by("pk")
    )
