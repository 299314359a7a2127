"""A proposal by the link in a mail: read it on a phone; sign, ask for other words or a call, or say no."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kith.core.errors import BadInput, Expired, NotFound
from kith.partnerships.actions.ask_call_about_agreement import ask_call_about_agreement
from kith.partnerships.actions.ask_other_words import ask_other_words
from kith.partnerships.actions.confirm_phoned_answer import confirm_phoned_answer
from kith.partnerships.actions.decline_agreement import decline_agreement
from kith.partnerships.actions.sign_agreement import sign_agreement
from kith.partnerships.errors import StaleVersion
from kith.partnerships.queries.visit_to_agree import visit_to_agree
from kith.post.actions.say_once_by_link import say_once_by_link
from kith.post.actions.use_link import use_link
from kith.post.errors import SaidAlready
from kith.post.terms import LinkPurpose
from kith.web.answer.agreement_desk import Desk, desk_of, show_desk, take
from kith.web.answer.agreement_forms import NotForUsForm, OtherWordsForm, SignByLinkForm
from kith.web.answer.answers import is_sent_again
from kith.web.pages import press_once, show
from kith.web.request import KithRequest

PURPOSE = LinkPurpose.ANSWER_AGREEMENT
SIGN, OTHER_WORDS, PHONE_ME, NOT_FOR_US = "sign", "other-words", "phone-me", "not-for-us"
PHONE_RIGHT, PHONE_WRONG = "phone-right", "phone-wrong"
USES_THE_LINK_UP = {SIGN, NOT_FOR_US}
THANKS = {SIGN, PHONE_ME, NOT_FOR_US, PHONE_RIGHT, PHONE_WRONG, "paper-right", "paper-wrong", "proposed"}


@never_cache
def answer_agreement(request: KithRequest, token: str) -> HttpResponseBase:
    """The proposal and its four answers. Looking has no effect; each answer takes effect once."""
    said = request.POST.get("answer", "")
    try:
        desk = desk_of(visit_to_agree(request.viewer, token=token, purpose=PURPOSE))
    except Expired:
        if said in USES_THE_LINK_UP and is_sent_again(request, token=token, purpose=PURPOSE):
            return _thanks(said)
        raise
    if request.method != "POST":
        return show_desk(request, desk)
    answer = ANSWERS.get(said)
    if answer is None:
        raise BadInput(_("Please choose one of the answers."))
    try:
        return answer(request, desk)
    except StaleVersion as stale:
        messages.warning(request, str(stale.sentence))
        return show_desk(request, desk_of(desk.visit), status=stale.status)


@require_safe
def agreement_thanks(request: KithRequest, what: str) -> HttpResponseBase:
    """Thank you, and what happens now. Holds nothing about anyone."""
    if what not in THANKS:
        raise NotFound
    return show(request, "answer/agreement_thanks.html", {"what": what})


def _sign(request: KithRequest, desk: Desk) -> HttpResponseBase:
    form, visit = SignByLinkForm(request.POST, auto_id="sign_%s"), desk.visit

    @transaction.atomic
    def work() -> UUID:
        use_link(visit.viewer, link_id=visit.link_id)
        sign_agreement(
            visit.viewer,
            agreement_id=visit.agreement_id,
            seen_digest=form.cleaned_data["seen_digest"],
            name=form.cleaned_data["name"],
            role_title=form.cleaned_data["role_title"],
            contact_id=visit.contact_id,
        )
        return visit.agreement_id

    return take(request, replace(desk, sign=form), form, work=work, then=lambda: _thanks(SIGN))


def _ask(request: KithRequest, desk: Desk) -> HttpResponseBase:
    """The link stays open: they may want to sign what they offered, or what is offered next."""
    form, visit = OtherWordsForm(request.POST, offered=desk.offered), desk.visit

    def work() -> UUID:
        return ask_other_words(
            visit.viewer,
            agreement_id=visit.agreement_id,
            speaker=visit.speaker,
            seen_digest=form.cleaned_data["seen_digest"],
            wish=form.wish(),
        )

    def then() -> HttpResponseBase:
        messages.success(request, _("Thank you. The others read what you wrote. You can still sign."))
        return HttpResponseRedirect(request.path)

    return take(request, replace(desk, other=form), form, work=work, then=then)


def _refuse(request: KithRequest, desk: Desk) -> HttpResponseBase:
    form, visit = NotForUsForm(request.POST, auto_id="no_%s"), desk.visit

    @transaction.atomic
    def work() -> UUID:
        use_link(visit.viewer, link_id=visit.link_id)
        return decline_agreement(
            visit.viewer,
            agreement_id=visit.agreement_id,
            speaker=visit.speaker,
            words=form.cleaned_data["words"],
        )

    return take(request, replace(desk, no=form), form, work=work, then=lambda: _thanks(NOT_FOR_US))


def _phone(request: KithRequest, desk: Desk) -> HttpResponseBase:
    """The link stays open; asked twice is asked once."""
    visit = desk.visit

    def call() -> UUID:
        return ask_call_about_agreement(visit.viewer, agreement_id=visit.agreement_id, speaker=visit.speaker)

    def work() -> UUID:
        return say_once_by_link(visit.viewer, link_id=visit.link_id, said=PHONE_ME, work=call)

    try:
        press_once(request, visit.viewer, work=work)
    except SaidAlready:
        return _thanks(PHONE_ME)
    return _thanks(PHONE_ME)


def _confirm(request: KithRequest, desk: Desk) -> HttpResponseBase:
    """Whether what was noted on the phone is right. The link stays open for an answer of its own."""
    visit, said = desk.visit, request.POST["answer"]

    def work() -> UUID:
        return confirm_phoned_answer(
            visit.viewer,
            agreement_id=visit.agreement_id,
            speaker=visit.speaker,
            is_right=said == PHONE_RIGHT,
        )

    press_once(request, visit.viewer, work=work)
    return _thanks(said)


ANSWERS: dict[str, Callable[[KithRequest, Desk], HttpResponseBase]] = {
    SIGN: _sign,
    OTHER_WORDS: _ask,
    PHONE_ME: _phone,
    NOT_FOR_US: _refuse,
    PHONE_RIGHT: _confirm,
    PHONE_WRONG: _confirm,
}


def _thanks(what: str) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("agreement_thanks", args=[what]))
