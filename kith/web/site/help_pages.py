"""What to do about a topic. What is sensitive is opened by a form, so that no address or log names it."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from kith.core.errors import NotFound
from kith.core.queries.site_profile import site_profile
from kith.web.directory.words import TOPIC_WORDS
from kith.web.pages import show
from kith.web.request import KithRequest
from kith.web.site.help_topics import HelpTopic, help_topics


@require_http_methods(["GET", "HEAD", "POST"])
def help_list(request: KithRequest) -> HttpResponse:
    """All topics; a POST opens one, whose page then stands at this same address under this same title."""
    topics = help_topics(site_profile(request.viewer).left_out_pages)
    chosen = request.POST.get("page", "") if request.method == "POST" else ""
    for topic in topics:
        if topic.code == chosen:
            return _page(request, topic)
    return show(request, "site/help_list.html", {"help_topics": topics})


@require_safe
def help_page(request: KithRequest, code: str) -> HttpResponse:
    """One topic that may stand in an address. A sensitive one is not found here."""
    for topic in help_topics(site_profile(request.viewer).left_out_pages):
        if topic.code == code and not topic.is_posted:
            return _page(request, topic)
    raise NotFound


def _page(request: KithRequest, topic: HelpTopic) -> HttpResponse:
    searches = [(code.value, TOPIC_WORDS[code]) for code in topic.topics]
    sent_again = [("page", topic.code)] if request.method == "POST" else []
    return show(request, topic.template, {"page": topic, "searches": searches, "sent_again": sent_again})
