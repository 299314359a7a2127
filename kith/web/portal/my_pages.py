"""The person's own page: my needs, my requests, who was told what, stop and pause beside each."""

from uuid import UUID

from django import forms
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kith.care.actions.add_need import add_need
from kith.care.actions.choose_myself import choose_myself
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.queries.my_requests import MyRequest, my_requests
from kith.care.queries.needs_of import needs_of
from kith.care.terms import DOMAIN_WORDS, HELPED_WORDS, Helped, Level, NeedDomain
from kith.core.errors import NotFound
from kith.core.queries.events_about import events_about
from kith.people.queries.person_facts import person_facts
from kith.web.care.told_rows import told_rows
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, person_only, show
from kith.web.privacy.event_rows import rows_of
from kith.web.request import KithRequest

LOOKS_SHOWN = 100


class MyWordsForm(KithForm):
    """My needs, in my words."""

    words = forms.CharField(
        label=_("What would help you?"),
        help_text=_("Please do not write about papers, visas or how you came here."),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    domain = forms.ChoiceField(
        label=_("What is it about?"), choices=[(d.value, words) for d, words in DOMAIN_WORDS.items()]
    )


class MyWordForm(KithForm):
    """My word on whether it helped."""

    helped = forms.ChoiceField(
        label=_("Did it help?"),
        choices=[(h.value, w) for h, w in HELPED_WORDS.items() if h is not Helped.NOT_ASKED],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In your words"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3})
    )


@person_only
def my_page(request: KithRequest) -> HttpResponseBase:
    """The next date first; then my words, what I asked for, and who knows what."""
    return show(request, "portal/my_page.html", _page(request))


@person_only
def my_card(request: KithRequest) -> HttpResponseBase:
    """A small card to print: next dates and whom to call, no health words."""
    return show(request, "portal/my_card.html", _page(request))


@person_only
def who_looked(request: KithRequest) -> HttpResponseBase:
    """Who has looked at my page: role and day, newest first."""
    events = events_about(request.viewer, about=None, person_id=_me(request), not_of=(), limit=LOOKS_SHOWN)
    return show(request, "portal/who_looked.html", {"rows": rows_of(request.viewer, events)})


@person_only
def add_my_words(request: KithRequest) -> HttpResponseBase:
    """Add a need in my own words."""
    form = MyWordsForm(sent(request))
    return form_page(
        request,
        "portal/add_my_words.html",
        form=form,
        context={},
        work=lambda: add_need(
            request.viewer,
            person_id=_me(request),
            words=form.cleaned_data["words"],
            ask_words="",
            domain=NeedDomain(form.cleaned_data["domain"]),
            level=Level.MICRO,
        ),
        then=_to_my_page,
    )


@person_only
def choose_mine(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """I choose them: they get my name and how to reach me."""
    return form_page(
        request,
        "portal/choose_mine.html",
        form=KithForm(sent(request)),
        context={"mine": _mine(request, referral_id)},
        work=lambda: choose_myself(request.viewer, referral_id=referral_id),
        then=_to_my_page,
    )


@person_only
def say_mine(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """My own word on whether it helped."""
    form = MyWordForm(sent(request))
    return form_page(
        request,
        "portal/say_mine.html",
        form=form,
        context={"mine": _mine(request, referral_id)},
        work=lambda: say_how_it_went(
            request.viewer,
            referral_id=referral_id,
            helped=Helped(form.cleaned_data["helped"]),
            words=form.cleaned_data["words"],
        ),
        then=_to_my_page,
    )


@person_only
def stop_mine(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Stop this request."""
    return form_page(
        request,
        "portal/stop_mine.html",
        form=KithForm(sent(request)),
        context={"mine": _mine(request, referral_id)},
        work=lambda: withdraw_referral(request.viewer, referral_id=referral_id),
        then=_to_my_page,
    )


def _page(request: KithRequest) -> dict[str, object]:
    me = _me(request)
    requests = my_requests(request.viewer, person_id=me)
    return {
        "person": person_facts(request.viewer, person_id=me),
        "needs": needs_of(request.viewer, person_id=me),
        "requests": requests,
        "next": next((line for line in requests if line.is_open), None),
        "told": told_rows(request.viewer, person_id=me),
    }


def _mine(request: KithRequest, referral_id: UUID) -> MyRequest:
    for line in my_requests(request.viewer, person_id=_me(request)):
        if line.referral_id == referral_id:
            return line
    raise NotFound


def _me(request: KithRequest) -> UUID:
    if request.viewer.person_id is None:
        raise NotFound
    return request.viewer.person_id


def _to_my_page(_outcome: UUID) -> str:
    return reverse("my_page")
