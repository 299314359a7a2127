"""The asking page: one message, no login, no PIN."""

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kith.care.queries.answer_page import answer_page
from kith.care.queries.visit_by_link import visit_by_link
from kith.care.terms import ToldVia
from kith.core.errors import NotFound
from kith.post.actions.use_link import use_link
from kith.post.terms import LinkPurpose
from kith.web.answer.answers import answer_with, choices_of
from kith.web.pages import show
from kith.web.request import KithRequest

THANKS = {"yes", "full", "not-for-us", "closed-until", "phone-me", "pause", "met", "not-yet", "not-reached"}


@never_cache
def answer_ask(request: KithRequest, token: str) -> HttpResponseBase:
    """The question and its answers. Looking has no effect; each answer takes effect once."""
    visit = visit_by_link(request.viewer, token=token, purpose=LinkPurpose.ANSWER_ASK)
    if request.method == "POST":
        return answer_with(
            request,
            visit.viewer,
            referral_id=visit.referral_id,
            via=ToldVia.LINK,
            first=lambda: use_link(visit.viewer, link_id=visit.link_id),
        )
    page = answer_page(visit.viewer, referral_id=visit.referral_id)
    return show(request, "answer/answer_ask.html", {"page": page, **choices_of(page)})


def answer_thanks(request: KithRequest, what: str) -> HttpResponseBase:
    """Thank you, and what happens now. Holds nothing about anyone."""
    if what not in THANKS:
        raise NotFound
    if request.viewer.user_id is not None:
        return HttpResponseRedirect(reverse("referral_inbox"))
    return show(request, "answer/answer_thanks.html", {"what": what})
