"""The asking page: one message, no login, no PIN."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kith.care.queries.answer_page import answer_page
from kith.care.queries.visit_by_link import LinkVisit, visit_by_link
from kith.care.terms import ToldVia
from kith.core.errors import Expired, NotFound
from kith.post.actions.say_once_by_link import say_once_by_link
from kith.post.actions.use_link import use_link
from kith.post.errors import SaidAlready
from kith.post.terms import LinkPurpose
from kith.web.answer.answers import LEAVE_IT_OPEN, Work, answer_with, choices_of, is_sent_again, thanks
from kith.web.pages import show
from kith.web.request import KithRequest

AGAIN = "-again"
STAYS_OPEN = {"phone-me", "pause"}
THANKS = {"yes", "full", "not-for-us", "closed-until", "met", "not-yet", "not-reached", *STAYS_OPEN}


@never_cache
def answer_ask(request: KithRequest, token: str) -> HttpResponseBase:
    """The question and its answers. Looking has no effect; each answer takes effect once."""
    try:
        visit = visit_by_link(request.viewer, token=token, purpose=LinkPurpose.ANSWER_ASK)
    except Expired:
        if is_sent_again(request, token=token, purpose=LinkPurpose.ANSWER_ASK):
            return thanks(request.POST.get("answer", ""))
        raise
    if request.method == "POST":
        return _answer(request, visit)
    page = answer_page(visit.viewer, referral_id=visit.referral_id)
    return show(request, "answer/answer_ask.html", {"page": page, **choices_of(page)})


def _answer(request: KithRequest, visit: LinkVisit) -> HttpResponseBase:
    """The answer; what leaves the ask open and was said by this link before changes nothing."""
    try:
        return answer_with(
            request,
            visit.viewer,
            referral_id=visit.referral_id,
            via=ToldVia.LINK,
            take=lambda said, work: _take(visit, said, work),
        )
    except SaidAlready:
        return thanks(request.POST["answer"] + AGAIN)


@transaction.atomic
def _take(visit: LinkVisit, said: str, work: Work) -> UUID:
    """An answer uses the link up; "phone me" and "pause" leave it open and count once each."""
    if said in LEAVE_IT_OPEN:
        return say_once_by_link(visit.viewer, link_id=visit.link_id, said=said, work=work)
    use_link(visit.viewer, link_id=visit.link_id)
    return work()


def answer_thanks(request: KithRequest, what: str) -> HttpResponseBase:
    """Thank you, and what happens now. Holds nothing about anyone."""
    before = what.removesuffix(AGAIN)
    is_again = before != what
    if before not in (STAYS_OPEN if is_again else THANKS):
        raise NotFound
    if request.viewer.user_id is not None:
        return HttpResponseRedirect(reverse("referral_inbox"))
    return show(request, "answer/answer_thanks.html", {"what": before, "is_again": is_again})
