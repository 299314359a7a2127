"""An agreement as it lives: rest and resume, leave, renew, look at it again."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from kith.core.errors import StatusConflict
from kith.partnerships.actions import note_review as noting
from kith.partnerships.actions import renew_agreement as renewing
from kith.partnerships.actions import resume_agreement as resuming
from kith.partnerships.actions import suspend_agreement as suspending
from kith.partnerships.actions import withdraw_from_agreement as leaving
from kith.partnerships.life_terms import STEP_WORDS, SUSPEND_WORDS
from kith.partnerships.queries import agreement_life as life
from kith.partnerships.queries.agreement_life import AgreementLife
from kith.partnerships.queries.variations_of import variations_of
from kith.partnerships.terms import STANDING_WORDS
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, show, staff_only
from kith.web.partnerships.life_forms import LeaveForm, RenewForm, ResumeForm, ReviewForm, SuspendForm
from kith.web.partnerships.roles import KEEPERS, MAKERS, READERS, SHOW_OR_SEND
from kith.web.partnerships.variation_rows import variation_row
from kith.web.request import KithRequest

A_YEAR = timedelta(days=365)
DONE: dict[str, str | Promise] = {
    "suspend_agreement": _("The agreement is suspended."),
    "resume_agreement": _("The agreement is in force again."),
    "leave_agreement": _("Your last day is noted. All parties see it."),
    "renew_agreement": _("The renewal is offered, and signed by you. The others sign for themselves."),
    "note_review": _("What you found is kept. All parties read it."),
}


@require_safe
@staff_only(*READERS)
def agreement_life(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """What comes near, what is changed for a while, who leaves, what was noted."""
    page = life.agreement_life(request.viewer, agreement_id=agreement_id)
    lines = variations_of(request.viewer, agreement_id=agreement_id)
    context = {
        "page": page,
        "standing": STANDING_WORDS[page.standing],
        "variations": [variation_row(line) for line in lines],
        "notes": [
            (note, STEP_WORDS[note.step], SUSPEND_WORDS[note.reason] if note.reason else "")
            for note in page.notes
        ],
    }
    return show(request, "partnerships/agreement_life.html", context)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def suspend_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Let it rest, with a reason that all parties read."""
    page = life.agreement_life(request.viewer, agreement_id=agreement_id)
    form = SuspendForm(sent(request))

    def work() -> None:
        suspending.suspend_agreement(
            request.viewer,
            agreement_id=agreement_id,
            reason=form.chosen(),
            words=form.cleaned_data["words"],
        )

    check_open(request, is_open=page.may_suspend)
    return _page(request, page, form, "suspend_agreement", work)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def resume_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """It binds again."""
    page = life.agreement_life(request.viewer, agreement_id=agreement_id)
    form = ResumeForm(sent(request))

    def work() -> None:
        words = form.cleaned_data["words"]
        resuming.resume_agreement(request.viewer, agreement_id=agreement_id, words=words)

    check_open(request, is_open=page.may_resume)
    return _page(request, page, form, "resume_agreement", work)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def leave_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Say our last day; the others stay bound."""
    page = life.agreement_life(request.viewer, agreement_id=agreement_id)
    form = LeaveForm(sent(request))

    def work() -> None:
        leaving.withdraw_from_agreement(
            request.viewer,
            agreement_id=agreement_id,
            last_on=form.cleaned_data["last_on"],
            words=form.cleaned_data["words"],
        )

    check_open(request, is_open=page.may_leave)
    return _page(request, page, form, "leave_agreement", work)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def renew_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """The same words for another time: offered, and signed by us, with one press."""
    page = life.agreement_life(request.viewer, agreement_id=agreement_id)
    form = RenewForm(sent(request), initial=_another_time(page))

    def work() -> None:
        renewing.renew_agreement(
            request.viewer,
            agreement_id=agreement_id,
            review_on=form.cleaned_data["review_on"],
            ends_on=form.cleaned_data["ends_on"],
            name=form.cleaned_data["name"],
            role_title=form.cleaned_data["role_title"],
        )

    check_open(request, is_open=page.may_renew)
    return _page(request, page, form, "renew_agreement", work)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def note_review(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """What came of looking at it together."""
    page = life.agreement_life(request.viewer, agreement_id=agreement_id)
    form = ReviewForm(sent(request), parties=page.parties, initial={"held_on": page.today})

    def work() -> None:
        noting.note_review(
            request.viewer,
            agreement_id=agreement_id,
            held_on=form.cleaned_data["held_on"],
            came=form.who_came(),
            works=form.cleaned_data["works"],
            to_change=form.cleaned_data["to_change"],
            next_on=form.cleaned_data["next_on"],
        )

    check_open(request, is_open=page.may_review)
    return _page(request, page, form, "note_review", work)


def address_of_life(agreement_id: UUID) -> str:
    """The page that says how this agreement lives."""
    return reverse("agreement_life", kwargs={"agreement_id": agreement_id})


def check_open(request: KithRequest, *, is_open: bool) -> None:
    """A form that would be of no use is not shown. Raises StatusConflict."""
    if not is_open and request.method != "POST":
        raise StatusConflict


def _another_time(page: AgreementLife) -> dict[str, object]:
    """A year more, and a look at it in between."""
    last = max(page.ends_on, page.today) + A_YEAR if page.ends_on else None
    return {"ends_on": last, "review_on": _in_between(page.today, last)}


def _in_between(today: date, last: date | None) -> date:
    return today + A_YEAR if last is None else today + (last - today) // 2


def _page(
    request: KithRequest, page: AgreementLife, form: KithForm, name: str, work: Callable[[], None]
) -> HttpResponseBase:
    def first() -> UUID:
        work()
        return page.id

    def then(outcome: UUID) -> str:
        messages.success(request, str(DONE[name]))
        return address_of_life(outcome)

    template = f"partnerships/{name}.html"
    return form_page(request, template, form=form, context={"page": page}, work=first, then=then)
