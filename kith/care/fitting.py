"""Why a service fits a person, and why it may not: facts in words, never a score."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.care.excluded import takes_none_from_us
from kith.core.languages import language_name
from kith.directory.queries.service_cards import ServiceCard
from kith.partnerships.views_of import Route
from kith.people.queries.person_facts import PersonFacts


def why_it_fits(card: ServiceCard, person: PersonFacts, way: Route) -> tuple[str, ...]:
    """What speaks for it, one reason each."""
    return tuple(_for(card, person, way))


def _for(card: ServiceCard, person: PersonFacts, way: Route) -> Iterator[str]:
    for code in common_languages(card, person):
        yield _("Speaks %(language)s") % {"language": language_name(code, shown_in=get_language() or "en")}
    if person.rough_area and person.rough_area == card.rough_area:
        yield _("In the same area: %(area)s") % {"area": card.rough_area}
    if way.promise_days is not None:
        yield _("Promised an answer within %(days)s of their days") % {"days": way.promise_days}
    if card.places_left is not None and card.places_left > 0:
        yield _("Has places")
    yield from card.attributes


def common_languages(card: ServiceCard, person: PersonFacts) -> list[str]:
    """The person's languages that the service speaks, in whatever kind: ar-SY is served where ar is."""
    spoken = {_base(code) for code in card.languages}
    return [code for code in person.languages if _base(code) in spoken]


def _base(code: str) -> str:
    return code.partition("-")[0].lower()


def why_it_may_not(card: ServiceCard, person: PersonFacts, way: Route) -> tuple[str, ...]:
    """What speaks against it, or is not known."""
    reasons = []
    if takes_none_from_us(way):
        reasons.append(_("By our agreement, this service takes no requests from us."))
    if person.languages and not common_languages(card, person):
        reasons.append(_("No language in common is listed"))
    if card.places_left == 0:
        reasons.append(_("Full, as they last told us"))
    if card.places_left is None:
        reasons.append(_("Places not known"))
    if way.agreement_id is not None and not way.week.is_known:
        reasons.append(_("Their working days are not known: phone them"))
    return tuple(reasons)
