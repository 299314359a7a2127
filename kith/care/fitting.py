"""Why a service fits a person, and why it may not: facts in words, never a score."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.core.languages import language_name
from kith.directory.queries.service_cards import ServiceCard
from kith.partnerships.views_of import Route
from kith.people.queries.person_facts import PersonFacts


def why_it_fits(card: ServiceCard, person: PersonFacts, way: Route) -> tuple[str, ...]:
    """What speaks for it, one reason each."""
    reasons = [
        _("Speaks %(language)s") % {"language": language_name(code, shown_in=get_language() or "en")}
        for code in person.languages
        if code in card.languages
    ]
    if person.rough_area and person.rough_area == card.rough_area:
        reasons.append(_("In the same area: %(area)s") % {"area": card.rough_area})
    if way.promise_days is not None:
        reasons.append(_("Promised an answer within %(days)s of their days") % {"days": way.promise_days})
    if card.places_left is not None and card.places_left > 0:
        reasons.append(_("Has places"))
    return (*reasons, *card.attributes)


def why_it_may_not(card: ServiceCard, person: PersonFacts, way: Route) -> tuple[str, ...]:
    """What speaks against it, or is not known."""
    reasons = []
    if person.languages and not set(person.languages).intersection(card.languages):
        reasons.append(_("No language in common is listed"))
    if card.places_left == 0:
        reasons.append(_("Full, as they last told us"))
    if card.places_left is None:
        reasons.append(_("Places not known"))
    if way.agreement_id is not None and not way.week.is_known:
        reasons.append(_("Their working days are not known: phone them"))
    return tuple(reasons)
