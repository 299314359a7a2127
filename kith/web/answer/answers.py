"""What an answer form carries, and which action it is; by link and signed in alike."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_for_a_call import ask_for_a_call
from kith.care.actions.decline_referral import decline_referral
from kith.care.actions.pause_from_ask import pause_from_ask
from kith.care.queries.answer_page import AnswerPage
from kith.care.queries.has_answered_by_link import has_answered_by_link
from kith.care.terms import AnswerKind, NotNowReason, ToldVia
from kith.care.told import NotNow, Told
from kith.core import clock
from kith.core.errors import BadInput
from kith.core.viewer import Viewer
from kith.post.terms import LinkPurpose
from kith.web.pages import key_sent, press_once
from kith.web.request import KithRequest

PAUSE_FOR = timedelta(days=14)
DAYS_OFFERED = 28
PAUSE = "pause"
LEAVE_IT_OPEN = frozenset({AnswerKind.PHONE_ME.value, PAUSE})
Work = Callable[[], UUID]


def at_once(_said: str, work: Work) -> UUID:
    """Let the answer of one who has signed in take effect."""
    return work()


def choices_of(page: AnswerPage) -> dict[str, object]:
    """The days that "closed until" offers, and whether there is still something to answer."""
    today = localdate(clock.now())
    days = [today + timedelta(days=step) for step in range(1, DAYS_OFFERED + 1)]
    return {"closed_days": days, "can_answer": page.needs_answer}


def answer_with(
    request: KithRequest,
    viewer: Viewer,
    *,
    referral_id: UUID,
    via: ToldVia,
    take: Callable[[str, Work], UUID] = at_once,
) -> HttpResponse:
    """Take one answer once and go on to the thanks; a pause counts each time.

    `take` lets what was said take effect; a link is used up in it. Raises what the action raises.
    """
    said = request.POST.get("answer", "")
    work = _work(request, viewer, referral_id, said, Told(via, "", clock.now()))
    if said == PAUSE:
        take(said, work)
        return thanks(said)
    press_once(request, viewer, work=lambda: take(said, work))
    return thanks(said)


def is_sent_again(request: KithRequest, *, token: str, purpose: LinkPurpose) -> bool:
    """True for an answer that has had its effect: its thanks were lost on the way, or it was sent twice."""
    return request.method == "POST" and has_answered_by_link(
        request.viewer, token=token, purpose=purpose, key=key_sent(request)
    )


def thanks(said: str) -> HttpResponse:
    """On to the page of thanks for what was said."""
    return HttpResponseRedirect(reverse("answer_thanks", args=[said.replace("_", "-")]))


def _work(request: KithRequest, viewer: Viewer, referral_id: UUID, said: str, told: Told) -> Work:
    """The one action that the button stands for. Raises BadInput for none."""
    if said == AnswerKind.YES.value:
        return lambda: accept_referral(viewer, referral_id=referral_id, told=told)
    if said == AnswerKind.PHONE_ME.value:
        return lambda: ask_for_a_call(viewer, referral_id=referral_id, told=told)
    if said == PAUSE:
        until = localdate(clock.now()) + PAUSE_FOR
        return lambda: pause_from_ask(viewer, referral_id=referral_id, until=until)
    if said in list(NotNowReason):
        not_now = NotNow(NotNowReason(said), _closed_until(request, said))
        return lambda: decline_referral(viewer, referral_id=referral_id, not_now=not_now, told=told)
    raise BadInput(_("Please choose one of the answers."))


def _closed_until(request: KithRequest, said: str) -> date | None:
    if said != NotNowReason.CLOSED_UNTIL.value:
        return None
    try:
        return parse_date(request.POST.get("closed_until", ""))
    except ValueError as error:
        raise BadInput(_("Choose the day you open again.")) from error
