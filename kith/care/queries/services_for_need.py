"""Which services may say yes to a need, with reasons for and against."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import get_language

from kith.care.match_lines import MatchLine, match_lines
from kith.care.policies.need import May, one_need
from kith.care.terms import DOMAIN_WORDS, NeedDomain
from kith.care.wished import NOTHING_WISHED, Wished, needed_for
from kith.core.viewer import Viewer
from kith.directory.needing import MatchedServices, Needed
from kith.directory.queries.matched_services import matched_services
from kith.partnerships.queries.bound_partners import bound_partners
from kith.people.queries.person_facts import person_facts

LOOK_AT, FEW = 12, 4


@dataclass(frozen=True, slots=True)
class NeedMatches:
    """A need and the services that may say yes to it. `is_beyond`: nothing is near `place`, so all are here.

    `more`: how many others fit. `is_old`: changes of the last minutes may be missing.
    """

    need_id: UUID
    person_id: UUID
    person_label: str
    words: str
    domain_words: str
    lines: list[MatchLine]
    place: str
    is_beyond: bool
    more: int
    is_old: bool


def services_for_need(
    viewer: Viewer, *, need_id: UUID, words: str, wished: Wished = NOTHING_WISHED
) -> NeedMatches:
    """Up to 12 services that fit, and some of the others: those that can be asked first, full ones last.

    `words` look for something else than the need's subject. Others list another language, are full or paused:
    up to 12 in all, or four. No score is shown or kept. Raises NotFound.
    """
    need = one_need(viewer, need_id, May.READ)
    person = person_facts(viewer, person_id=need.person_id)
    domain = NeedDomain(need.domain)
    subject = str(DOMAIN_WORDS[domain])
    asked = needed_for(domain, person, words=words, wished=wished)
    asked = replace(
        asked,
        without=frozenset({need.organization_id}),
        first_of=bound_partners(viewer, sender_id=person.organization_id),
        limit=LOOK_AT,
    )
    found = _found(viewer, asked, subject)
    others = [*found.others, *found.full]
    lines = match_lines(
        viewer,
        [*found.fits, *others[: max(LOOK_AT - len(found.fits), FEW)]],
        need_id=need_id,
        person=person,
        place=found.place,
        fact_names=found.names,
    )
    return NeedMatches(
        need_id=need_id,
        person_id=person.id,
        person_label=person.alias,
        words=need.words,
        domain_words=subject,
        lines=sorted(lines, key=lambda line: not line.can_ask),
        place=found.place,
        is_beyond=found.is_beyond,
        more=max(0, found.total - len(found.fits)),
        is_old=found.is_old,
    )


def _found(viewer: Viewer, asked: Needed, subject: str) -> MatchedServices:
    """By its topics; where nobody carries one, by the words of its subject."""
    language = get_language() or "en"
    found = matched_services(viewer, needed=asked, language=language)
    if asked.words or found.fits or found.others or found.full:
        return found
    return matched_services(viewer, needed=replace(asked, words=subject), language=language)
