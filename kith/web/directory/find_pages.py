"""Search without login. Words are sent by POST, so that they stand in no address and no log."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from kith.directory.actions.note_search_without_result import note_search_without_result
from kith.directory.queries.find_services import ServiceResults, find_services
from kith.directory.terms import SENSITIVE_TOPICS, Topic
from kith.web.directory.cards import result_card
from kith.web.directory.fact_pages import ASKED_FOR, choices
from kith.web.directory.words import TOPIC_WORDS
from kith.web.pages import show
from kith.web.request import KithRequest

LONGEST_WORDS, LONGEST_NEAR, LAST_PAGE = 100, 60, 100_000
RISK = frozenset({Topic.CRISIS, Topic.SAFETY_AT_HOME})


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked. Anything that cannot be used is left out: a search never ends in an error."""

    words: str
    near: str
    topics: tuple[Topic, ...]
    facts: tuple[str, ...]
    page: int
    is_all: bool

    @property
    def is_empty(self) -> bool:
        """True before anything was asked."""
        return not (self.words or self.near or self.topics or self.facts or self.is_all)


@dataclass(frozen=True, slots=True)
class TopicButton:
    """One topic to press."""

    code: Topic
    words: str
    is_chosen: bool


@require_http_methods(["GET", "HEAD", "POST"])
def find_help(request: KithRequest) -> HttpResponseBase:
    """Words, a place and facts; results as a list. What is sensitive leaves as little trace as can be."""
    asked = asked_in(request.POST if request.method == "POST" else request.GET)
    results = None if asked.is_empty else _results(request, asked)
    topics = results.topics if results else ()
    response = show(
        request,
        "directory/find_help.html",
        {
            "asked": asked,
            "results": results,
            "cards": [result_card(line) for line in results.lines] if results else [],
            "topics": [
                TopicButton(topic, str(words), topic in topics) for topic, words in TOPIC_WORDS.items()
            ],
            "facts": choices(request, asked.facts),
            "is_posted": request.method == "POST",
            "is_risk": not RISK.isdisjoint(topics),
        },
    )
    is_quiet = bool(asked.facts) or not SENSITIVE_TOPICS.isdisjoint(topics)
    return _without_trace(response) if is_quiet else response


def topic_buttons(chosen: Collection[Topic]) -> list[TopicButton]:
    """Every topic, sensitive ones among the others."""
    return [TopicButton(topic, str(words), topic in chosen) for topic, words in TOPIC_WORDS.items()]


def asked_in(fields: QueryDict) -> Asked:
    """The search as sent."""
    page = fields.get("page", "1")
    return Asked(
        words=fields.get("words", "")[:LONGEST_WORDS].replace("\x00", "").strip(),
        near=fields.get("near", "")[:LONGEST_NEAR].replace("\x00", "").strip(),
        topics=tuple(Topic(code) for code in fields.getlist("topic") if code in set(Topic)),
        facts=tuple(code for code in ASKED_FOR if code in fields.getlist("fact")),
        page=min(int(page), LAST_PAGE) if page.isascii() and page.isdigit() else 1,
        is_all="all" in fields,
    )


def _results(request: KithRequest, asked: Asked) -> ServiceResults:
    results = find_services(
        request.viewer,
        words=asked.words,
        near=asked.near,
        topics=asked.topics,
        languages=[],
        facts=asked.facts,
        page=asked.page,
    )
    if not results.total and request.method == "POST":
        note_search_without_result(
            request.viewer,
            topic=results.topics[0] if results.topics else None,
            language=get_language() or "",
            area=results.place,
        )
    return results


def _without_trace(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
