"""A service's page and an organisation's page: public."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.directory.queries.organization_page import organization_page as see_organization
from kith.directory.queries.service_facts import service_facts
from kith.directory.queries.service_page import ServicePage
from kith.directory.queries.service_page import service_page as see_service
from kith.directory.queries.services_on_paper import PaperService
from kith.directory.terms import PlacesBand, is_sensitive
from kith.directory.views_of import Fact, FactGroup
from kith.web.directory.cards import (
    Tag,
    checked_words,
    contact_url,
    day_rows,
    result_cards,
    tags_of,
    wait_words,
)
from kith.web.directory.partner_marks import mark_of
from kith.web.directory.places_pages import kind_rows
from kith.web.directory.tongues import tongues
from kith.web.directory.translation_pages import in_readers_language
from kith.web.directory.words import BAND_LOOKS, BAND_WORDS, HOW_WORDS, KIND_WORDS
from kith.web.kept.kept_pages import sheets_of
from kith.web.kept.sheets import mail_of, sheet_of
from kith.web.known_words import in_readers_language as own_words
from kith.web.pages import show
from kith.web.request import KithRequest

COST_FREE, NO_PAPERS = "cost-free", "papers-none"


def service_page(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """All that a person needs to go there."""
    page = see_service(request.viewer, service_id=service_id)
    facts = service_facts(request.viewer, service_id=service_id, language=get_language() or "en")
    kinds: dict[str, object] = {"kinds": kind_rows(request, service_id)}
    said, note = in_readers_language(request, page)
    mark = mark_of(request.viewer, organization_id=page.line.organization_id, service_id=service_id)
    more = kinds | {"translation": note, "mark": mark}
    response = show(
        request,
        "directory/service_page.html",
        _shown(said) | _facts(said, facts) | _along(request, said, facts) | more,
    )
    if is_sensitive(page.topics):
        response["Cache-Control"] = "no-store"
    return response


def organization_page(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Who they are and what they offer."""
    page = see_organization(request.viewer, organization_id=organization_id)
    response = show(
        request,
        "directory/organization_page.html",
        {
            "page": page,
            "kind": KIND_WORDS[page.kind],
            "cards": result_cards(page.services),
            "mark": mark_of(request.viewer, organization_id=organization_id, service_id=None),
        },
    )
    if any(is_sensitive(line.topics) for line in page.services):
        response["Cache-Control"] = "no-store"
    return response


def _shown(page: ServicePage) -> dict[str, object]:
    line, how = page.line, page.confirmation.how
    is_known = line.places_band != PlacesBand.NOT_KNOWN
    return {
        "page": page,
        "line": line,
        "wait": wait_words(line),
        "languages": tongues(line.languages),
        "days": day_rows(line.week),
        "contact_url": contact_url(line),
        "band": BAND_WORDS[line.places_band] if is_known else "",
        "band_look": BAND_LOOKS[line.places_band],
        "checked": checked_words(page.confirmation.confirmed_on),
        "how": HOW_WORDS[how] if how else "",
        "first_phone": next((phone for phone in page.phones if phone.dial), None),
    }


def _along(request: KithRequest, page: ServicePage, groups: list[FactGroup]) -> dict[str, object]:
    """What goes along says what everybody may read, also where this viewer reads more."""
    is_public = request.viewer.user_id is None
    sheet = sheet_of(_paper(page, groups)) if is_public else sheets_of([page.line.id])[0]
    return {"sheet": sheet, "mail": mail_of([sheet])}


def _paper(page: ServicePage, groups: list[FactGroup]) -> PaperService:
    return PaperService(
        line=page.line,
        alert=page.alert,
        papers=page.papers,
        facts=tuple(groups),
        phones=page.phones,
        places=page.places,
        confirmation=page.confirmation,
    )


def _facts(page: ServicePage, groups: list[FactGroup]) -> dict[str, object]:
    """What is said of papers and cost stands beside their own words, unless those say it; the rest apart."""
    papers, cost = page.papers.casefold(), own_words(page.line.cost).casefold()
    return {
        "tags": (*tags_of(page.line), *_fact_tags(page, groups)),
        "paper_facts": [
            fact for fact in _named(groups, "papers") if not papers.startswith(fact.name.casefold())
        ],
        "cost_facts": [fact for fact in _named(groups, "cost") if not cost.startswith(fact.name.casefold())],
        "fact_groups": [group for group in groups if group.code not in {"papers", "cost"}],
    }


def _fact_tags(page: ServicePage, groups: list[FactGroup]) -> list[Tag]:
    """What people ask first, where a fact says it and no tag does yet."""
    said = {fact.code for group in groups for fact in group.facts}
    is_free = COST_FREE in said and not page.line.cost
    tags = [Tag(_("Free"), "")] if is_free else []
    return [*tags, Tag(_("No papers asked"), "")] if NO_PAPERS in said else tags


def _named(groups: list[FactGroup], code: str) -> tuple[Fact, ...]:
    return next((group.facts for group in groups if group.code == code), ())
