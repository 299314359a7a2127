"""A service's page and an organisation's page: public."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils.translation import get_language

from kith.directory.queries.organization_page import organization_page as see_organization
from kith.directory.queries.service_facts import service_facts
from kith.directory.queries.service_page import ServicePage
from kith.directory.queries.service_page import service_page as see_service
from kith.directory.terms import SENSITIVE_TOPICS, PlacesBand
from kith.directory.views_of import Fact, FactGroup
from kith.web.directory.cards import checked_words, contact_url, day_rows, result_card, tags_of, tongues
from kith.web.directory.places_pages import kind_rows
from kith.web.directory.words import BAND_LOOKS, BAND_WORDS, HOW_WORDS, KIND_WORDS
from kith.web.pages import show
from kith.web.request import KithRequest


def service_page(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """All that a person needs to go there."""
    page = see_service(request.viewer, service_id=service_id)
    facts = service_facts(request.viewer, service_id=service_id, language=get_language() or "en")
    kinds: dict[str, object] = {"kinds": kind_rows(request, service_id)}
    response = show(request, "directory/service_page.html", _shown(page) | _facts(page, facts) | kinds)
    if not SENSITIVE_TOPICS.isdisjoint(page.topics):
        response["Cache-Control"] = "no-store"
    return response


def organization_page(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Who they are and what they offer."""
    page = see_organization(request.viewer, organization_id=organization_id)
    return show(
        request,
        "directory/organization_page.html",
        {
            "page": page,
            "kind": KIND_WORDS[page.kind],
            "cards": [result_card(line) for line in page.services],
        },
    )


def _shown(page: ServicePage) -> dict[str, object]:
    line, how = page.line, page.confirmation.how
    is_known = line.places_band != PlacesBand.NOT_KNOWN
    return {
        "page": page,
        "line": line,
        "tags": tags_of(line),
        "languages": tongues(line.languages),
        "days": day_rows(line.week),
        "contact_url": contact_url(line),
        "band": BAND_WORDS[line.places_band] if is_known else "",
        "band_look": BAND_LOOKS[line.places_band],
        "checked": checked_words(page.confirmation.confirmed_on),
        "how": HOW_WORDS[how] if how else "",
        "first_phone": next((phone for phone in page.phones if phone.dial), None),
    }


def _facts(page: ServicePage, groups: list[FactGroup]) -> dict[str, object]:
    """What is said of papers and cost stands beside their own words, unless those say it; the rest apart."""
    own_words = {page.papers.casefold(), page.line.cost.casefold()}
    return {
        "paper_facts": [fact for fact in _named(groups, "papers") if fact.name.casefold() not in own_words],
        "cost_facts": [fact for fact in _named(groups, "cost") if fact.name.casefold() not in own_words],
        "fact_groups": [group for group in groups if group.code not in {"papers", "cost"}],
    }


def _named(groups: list[FactGroup], code: str) -> tuple[Fact, ...]:
    return next((group.facts for group in groups if group.code == code), ())
