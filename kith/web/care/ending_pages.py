"""What happened, what the person says, and the ending."""

from uuid import UUID

from django.http import HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import localdate

from kith.care.actions.close_referral import close_referral as close
from kith.care.actions.report_what_happened import report_what_happened
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.queries.referral_page import referral_page as page_of
from kith.care.terms import Helped, WhatHappened
from kith.core import clock
from kith.core.viewer import Role
from kith.web.care.answer_pages import just_now, told_by_phone
from kith.web.care.forms import HappenedForm, WordForm
from kith.web.forms import sent
from kith.web.pages import act, form_page, staff_only
from kith.web.request import KithRequest


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def record_happened(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Write down what the service said by phone."""
    form = HappenedForm(sent(request), initial={**just_now(), "happened_on": localdate(clock.now())})
    return form_page(
        request,
        "care/record_happened.html",
        form=form,
        context={"page": page_of(request.viewer, referral_id=referral_id)},
        work=lambda: report_what_happened(
            request.viewer,
            referral_id=referral_id,
            happened=WhatHappened(form.cleaned_data["happened"]),
            happened_on=form.cleaned_data["happened_on"],
            told=told_by_phone(form),
        ),
        then=_back,
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def record_word(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Write down what the person says of it."""
    form = WordForm(sent(request))
    return form_page(
        request,
        "care/record_word.html",
        form=form,
        context={"page": page_of(request.viewer, referral_id=referral_id)},
        work=lambda: say_how_it_went(
            request.viewer,
            referral_id=referral_id,
            helped=Helped(form.cleaned_data["helped"]),
            words=form.cleaned_data["words"],
        ),
        then=_back,
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def close_referral(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Close the loop."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    return act(request, work=lambda: close(request.viewer, referral_id=referral_id), then=_back)


def _back(referral_id: UUID) -> str:
    return reverse("referral_page", args=[referral_id])
