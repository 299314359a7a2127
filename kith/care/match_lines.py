"""A matched service as a line for the worker: reasons in words, and whether it can be asked from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kith.care.carrying import is_at_limit
from kith.care.excluded import excluded_organizations, reaches_nobody_else, takes_none_from_us, way_to
from kith.care.fitting import why_it_fits, why_it_may_not
from kith.care.matching_words import VERDICT_WORDS, said_against, said_for
from kith.care.policies.referral import is_open_elsewhere
from kith.core.viewer import Viewer
from kith.directory.needing import MatchedService, Verdict
from kith.partnerships.views_of import Route
from kith.people.queries.person_facts import PersonFacts


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One service, whether it may take the person, why it fits, why it may not, and whether it can be asked.

    `beside_name`: the secular service that stands beside it in the list, where this one is of faith.
    """

    service_id: UUID
    service_name: str
    organization_id: UUID
    organization_name: str
    confirmed_on: date | None
    verdict: Verdict
    verdict_words: str
    expected_wait_days: int | None
    fits: tuple[str, ...]
    may_not: tuple[str, ...]
    can_ask: bool
    why_not: str
    beside_name: str


def match_lines(
    viewer: Viewer,
    matches: Sequence[MatchedService],
    *,
    need_id: UUID,
    person: PersonFacts,
    place: str,
    fact_names: Mapping[str, str],
) -> list[MatchLine]:
    """One line each, in their order."""
    excluded = excluded_organizations(viewer, person_id=person.id)
    services = {one.card.id: one.card.name for one in matches}
    lines = []
    for one in matches:
        way = _way(viewer, one, person)
        card = one.card
        why_not = _why_not(viewer, need_id, one, way)
        if card.organization_id in excluded:
            why_not = _("%(who)s asked that they do not see it") % {"who": person.alias}
        elif reaches_nobody_else(way):
            why_not = _("Asking there would reach someone whom %(who)s asked to keep out") % {
                "who": person.alias
            }
        lines.append(
            MatchLine(
                service_id=card.id,
                service_name=card.name,
                organization_id=card.organization_id,
                organization_name=card.organization_name,
                confirmed_on=card.confirmed_on,
                verdict=one.verdict,
                verdict_words=str(VERDICT_WORDS[one.verdict]),
                expected_wait_days=card.expected_wait_days,
                fits=_each_once(why_it_fits(card, person, way), said_for(one, fact_names, place)),
                may_not=_each_once(why_it_may_not(card, person, way), said_against(one, fact_names)),
                can_ask=not why_not,
                why_not=why_not,
                beside_name=services.get(one.beside, "") if one.beside else "",
            )
        )
    return lines


def _each_once(*reasons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for some in reasons for reason in some))


def _way(viewer: Viewer, one: MatchedService, person: PersonFacts) -> Route:
    return way_to(
        viewer,
        person_id=person.id,
        sender_id=person.organization_id,
        receiver_id=one.card.organization_id,
        service_id=one.card.id,
    )


def _why_not(viewer: Viewer, need_id: UUID, one: MatchedService, way: Route) -> str:
    no_way = _no_way(way)
    if no_way:
        return no_way
    if way.paused_until is not None:
        return _("They have paused new requests.")
    if is_at_limit(viewer, way):
        return _("They have as many open requests as they want.")
    if is_open_elsewhere(need_id=need_id, service_id=one.card.id):
        return _("You have asked them already for this need.")
    return ""


def _no_way(way: Route) -> str:
    """What the parties have not agreed on, or on another thing."""
    if way.agreement_id is None:
        return _("No agreement with them yet. Give the person their number instead.")
    if takes_none_from_us(way):
        return _("By our agreement, this service takes no requests from us.")
    if way.contact is None:
        return _("They have named nobody who may be told a name.")
    return ""
