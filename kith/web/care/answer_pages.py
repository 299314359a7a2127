"""What a partner said by phone, and the person's choice."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import localtime

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.choose_partner import choose_partner as choose
from kith.care.actions.decline_referral import decline_referral
from kith.care.queries.referral_page import referral_page as page_of
from kith.care.terms import AnswerKind, NotNowReason, ToldVia
from kith.care.told import NotNow, Told
from kith.core import clock
from kith.core.viewer import Role
from kith.web.care.forms import PhonedAnswerForm, PhonedForm
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, staff_only
from kith.web.request import KithRequest


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def record_answer(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Write down what they said on the phone: who, when, what."""
    form = PhonedAnswerForm(sent(request), initial=just_now())

    def work() -> UUID:
        if form.cleaned_data["answer"] == AnswerKind.YES.value:
            return accept_referral(request.viewer, referral_id=referral_id, told=told_by_phone(form))
        reason = NotNowReason(form.cleaned_data["answer"])
        until = form.cleaned_data["closed_until"] if reason is NotNowReason.CLOSED_UNTIL else None
        return decline_referral(
            request.viewer,
            referral_id=referral_id,
            not_now=NotNow(reason, until),
            told=told_by_phone(form),
        )

    return form_page(
        request,
        "care/record_answer.html",
        form=form,
        context={"page": page_of(request.viewer, referral_id=referral_id)},
        work=work,
        then=lambda outcome: reverse("referral_page", args=[outcome]),
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def choose_partner(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """The person picks them: show what follows, then tell name and safe contact."""
    return form_page(
        request,
        "care/choose_partner.html",
        form=KithForm(sent(request)),
        context={"page": page_of(request.viewer, referral_id=referral_id)},
        work=lambda: choose(request.viewer, referral_id=referral_id),
        then=lambda outcome: reverse("referral_page", args=[outcome]),
    )


def just_now() -> dict[str, object]:
    """The usual answer to "when?": a moment ago."""
    return {"told_at": localtime(clock.now()).replace(second=0, microsecond=0)}


def told_by_phone(form: PhonedForm) -> Told:
    """The evidence of a call."""
    return Told(ToldVia.PHONE, form.cleaned_data["told_by"], form.cleaned_data["told_at"])
