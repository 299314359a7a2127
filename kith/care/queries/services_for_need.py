"""Which services may say yes to a need, with reasons for and against."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kith.care.excluded import excluded_organizations, reaches_nobody_else, way_to
from kith.care.fitting import why_it_fits, why_it_may_not
from kith.care.policies.need import May, one_need
from kith.care.policies.referral import is_open_elsewhere, open_asks_of
from kith.care.terms import DOMAIN_WORDS, NeedDomain
from kith.core.viewer import Viewer
from kith.directory.queries.candidate_services import candidate_services
from kith.directory.queries.service_cards import ServiceCard
from kith.partnerships.views_of import Route
from kith.people.queries.person_facts import PersonFacts, person_facts

LOOK_AT = 12


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One service, why it fits, why it may not, and whether it can be asked from here."""

    service_id: UUID
    service_name: str
    organization_id: UUID
    organization_name: str
    confirmed_on: date | None
    fits: tuple[str, ...]
    may_not: tuple[str, ...]
    can_ask: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class NeedMatches:
    """A need and the services that may say yes to it."""

    need_id: UUID
    person_id: UUID
    person_label: str
    words: str
    domain_words: str
    lines: list[MatchLine]


def services_for_need(viewer: Viewer, *, need_id: UUID, words: str) -> NeedMatches:
    """Up to 12 services, those that can be asked first, then by reasons for less reasons against, then name.

    `words` narrows the search; without them the need's subject is looked for. No score is shown or kept.
    Raises NotFound.
    """
    need = one_need(viewer, need_id, May.READ)
    person = person_facts(viewer, person_id=need.person_id)
    domain = NeedDomain(need.domain)
    cards = candidate_services(
        viewer,
        words=words or str(DOMAIN_WORDS[domain]),
        languages=list(person.languages),
        limit=LOOK_AT,
    )
    others = [card for card in cards if card.organization_id != need.organization_id]
    excluded = excluded_organizations(viewer, person_id=person.id)
    lines = [_line(viewer, need_id, card, person, excluded) for card in others]
    return NeedMatches(
        need_id=need_id,
        person_id=person.id,
        person_label=person.alias,
        words=need.words,
        domain_words=str(DOMAIN_WORDS[domain]),
        lines=sorted(lines, key=_order),
    )


def _order(line: MatchLine) -> tuple[bool, int, str]:
    return (not line.can_ask, len(line.may_not) - len(line.fits), line.service_name)


def _line(
    viewer: Viewer, need_id: UUID, card: ServiceCard, person: PersonFacts, excluded: frozenset[UUID]
) -> MatchLine:
    way = way_to(
        viewer,
        person_id=person.id,
        sender_id=person.organization_id,
        receiver_id=card.organization_id,
    )
    why_not = _why_not(viewer, need_id, card, way)
    if card.organization_id in excluded:
        why_not = _("%(who)s asked that they do not see it") % {"who": person.alias}
    elif reaches_nobody_else(way):
        why_not = _("Asking there would reach someone whom %(who)s asked to keep out") % {"who": person.alias}
    return MatchLine(
        service_id=card.id,
        service_name=card.name,
        organization_id=card.organization_id,
        organization_name=card.organization_name,
        confirmed_on=card.confirmed_on,
        fits=why_it_fits(card, person, way),
        may_not=why_it_may_not(card, person, way),
        can_ask=not why_not,
        why_not=why_not,
    )


def _why_not(viewer: Viewer, need_id: UUID, card: ServiceCard, way: Route) -> str:
    if way.agreement_id is None:
        return _("No agreement with them yet. Give the person their number instead.")
    if way.contact is None:
        return _("They have named nobody who may be told a name.")
    if way.paused_until is not None:
        return _("They have paused new requests.")
    if (
        way.max_open_asks is not None
        and open_asks_of(viewer, receiver_id=way.receiver_id) >= way.max_open_asks
    ):
        return _("They have as many open requests as they want.")
    if is_open_elsewhere(need_id=need_id, service_id=card.id):
        return _("You have asked them already for this need.")
    return ""
