"""Search without login. Words are sent by POST, so that they stand in no address and no log."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from kith.directory.actions.note_search_without_result import note_search_without_result
from kith.directory.danger_words import is_danger
from kith.directory.narrowing import ListOrder
from kith.directory.queries.find_services import ServiceResults, find_services
from kith.directory.terms import Topic, is_sensitive
from kith.web.directory.asked import LONGEST_WORDS, RADII, Asked, asked_in, for_an_address
from kith.web.directory.choices import days_to_choose, hours_to_choose
from kith.web.directory.facet_codes import ORDER_WORDS, SENSITIVE_FACTS
from kith.web.directory.facets import chips_of, facets_of, quick_options
from kith.web.directory.found_cards import found_on, ways_on
from kith.web.directory.topic_buttons import topic_buttons
from kith.web.pages import sent_again, show
from kith.web.request import KithRequest

RISK = frozenset({Topic.CRISIS, Topic.SAFETY_AT_HOME})


@require_http_methods(["GET", "HEAD", "POST"])
def find_help(request: KithRequest) -> HttpResponseBase:
    """Words, a place and wishes; results as a list and a map. What is sensitive leaves little trace.

    Words and what is sensitive are not looked for where they stand in an address; no page of ours does that.
    """
    fields = request.POST if request.method == "POST" else request.GET
    sent = asked_in(fields)
    asked = sent if request.method == "POST" else for_an_address(sent)
    results = None if asked.is_empty else _results(request, asked)
    topics = results.topics if results else ()
    is_in_danger = is_danger(fields.get("words", "")) or not RISK.isdisjoint(topics)
    response = show(
        request,
        "directory/find_help.html",
        {
            "asked": asked,
            "results": results,
            "topics": topic_buttons(topics),
            "is_posted": request.method == "POST",
            "is_risk": is_in_danger,
            "is_home_unsafe": is_in_danger,
            "sent_again": sent_again(request),
            "radii": RADII,
            "most_letters": LONGEST_WORDS,
            "quick": quick_options(),
            **(_beside(request, asked, results) if results else {}),
        },
    )
    is_quiet = is_in_danger or asked != sent or _is_quiet(asked, results)
    return _without_trace(response) if is_quiet else response


def _results(request: KithRequest, asked: Asked) -> ServiceResults:
    results = find_services(
        request.viewer,
        words=asked.words,
        near=asked.near,
        topics=asked.topics,
        languages=asked.languages,
        facts=asked.facts,
        page=asked.page,
        narrowing=asked.narrowing(request.profile.timezone),
    )
    if not results.total and request.method == "POST":
        note_search_without_result(
            request.viewer,
            topic=results.topics[0] if results.topics else None,
            language=get_language() or "",
            area=results.place,
        )
    return results


def _beside(request: KithRequest, asked: Asked, results: ServiceResults) -> dict[str, object]:
    found = found_on(results)
    return {
        "cards": found.cards,
        "map": found.map,
        "map_lines": found.map_lines,
        "facets": facets_of(request, asked, results.counts),
        "chips": chips_of(request, asked),
        "order": ORDER_WORDS[ListOrder.NEAR if results.is_beyond else asked.order],
        "orders": ORDER_WORDS.items(),
        "days": days_to_choose(asked),
        "hours": hours_to_choose(asked),
        "ways_on": ways_on(results),
    }


def _is_quiet(asked: Asked, results: ServiceResults | None) -> bool:
    topics = results.topics if results else ()
    return is_sensitive(topics) or not SENSITIVE_FACTS.isdisjoint(asked.facts)


def _without_trace(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
