"""One referral: see it, hand it over, put it off, stop it, print it."""

from datetime import datetime, time
from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from kith.accounts.queries.colleagues import colleagues
from kith.care.actions.hand_over_referral import hand_over_referral
from kith.care.actions.put_off import put_off as put_off_until
from kith.care.actions.withdraw_referral import withdraw_referral as withdraw
from kith.care.queries.referral_letter import referral_letter as letter_of
from kith.care.queries.referral_page import referral_page as page_of
from kith.core.viewer import Role
from kith.web.care.forms import HandOverForm, LaterForm
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, show, staff_only
from kith.web.request import KithRequest

MORNING = time(9, 0)
WORKERS = (Role.NAVIGATOR, Role.CLINICIAN)


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def referral_page(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """The whole story and the one next step."""
    page = page_of(request.viewer, referral_id=referral_id)
    return show(request, "care/referral_page.html", {"page": page})


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def withdraw_referral(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Ask once more, then stop the request."""
    return form_page(
        request,
        "care/withdraw_referral.html",
        form=KithForm(sent(request)),
        context={"page": page_of(request.viewer, referral_id=referral_id)},
        work=lambda: withdraw(request.viewer, referral_id=referral_id),
        then=_back,
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def hand_over(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Give it to a colleague."""
    form = HandOverForm(sent(request))
    helpers = [one for one in colleagues(request.viewer) if one.roles.intersection(WORKERS)]
    form.offer([(str(one.user_id), one.name) for one in helpers])
    return form_page(
        request,
        "care/hand_over_referral.html",
        form=form,
        context={"page": page_of(request.viewer, referral_id=referral_id)},
        work=lambda: hand_over_referral(
            request.viewer, referral_id=referral_id, user_id=UUID(form.cleaned_data["user_id"])
        ),
        then=lambda _outcome: reverse("my_list"),
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def put_off(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Choose a new next date."""
    form = LaterForm(sent(request))
    return form_page(
        request,
        "care/put_off.html",
        form=form,
        context={"page": page_of(request.viewer, referral_id=referral_id)},
        work=lambda: put_off_until(
            request.viewer,
            referral_id=referral_id,
            until=datetime.combine(form.cleaned_data["until"], MORNING, get_current_timezone()),
        ),
        then=_back,
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def referral_letter(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """The letter, to print."""
    letter = letter_of(request.viewer, referral_id=referral_id)
    return show(request, "care/referral_letter.html", {"letter": letter})


def _back(referral_id: UUID) -> str:
    return reverse("referral_page", args=[referral_id])
