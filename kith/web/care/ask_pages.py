"""Read, ask the person, then ask the partner."""

from datetime import timedelta
from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.put_off import put_off
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.queries.ask_preview import ask_preview as preview_of
from kith.care.told import PersonsAnswer
from kith.consent.terms import GivenHow
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.viewer import Role
from kith.web.care.consent_words import (
    Reading,
    digest_of_readings,
    reading_in,
    reading_to_interpret,
    readings_of,
)
from kith.web.care.forms import PersonsAnswerForm
from kith.web.forms import sent
from kith.web.pages import form_page, staff_only
from kith.web.request import KithRequest

USUAL_DAYS = 90
TIME_TO_THINK = timedelta(days=2)


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def ask_preview(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """What they get and when; the words to read aloud; and the person's answer."""
    page = preview_of(request.viewer, referral_id=referral_id)
    first = page.person_languages[0] if page.person_languages else "en"
    until = localdate(clock.now()) + timedelta(days=USUAL_DAYS)
    readings = readings_of(request.viewer, page)
    read = digest_of_readings(readings)
    form = PersonsAnswerForm(sent(request), initial={"language": first, "until": until, "read": read})
    if request.method == "POST" and request.POST.get("read") != read:
        raise StatusConflict(_("The words have changed since you read them. Please read them again."))
    return form_page(
        request,
        "care/ask_preview.html",
        form=form,
        context={"page": page, "readings": readings},
        work=lambda: _act_on(request, form, referral_id, readings),
        then=lambda outcome: reverse("referral_page", args=[outcome]),
    )


def _act_on(
    request: KithRequest, form: PersonsAnswerForm, referral_id: UUID, readings: list[Reading]
) -> UUID:
    said = form.cleaned_data["said"]
    if said == "no":
        return withdraw_referral(request.viewer, referral_id=referral_id)
    if said == "later":
        return put_off(request.viewer, referral_id=referral_id, until=clock.now() + TIME_TO_THINK)
    return ask_partner(request.viewer, referral_id=referral_id, answer=_answer(form, readings))


def _answer(form: PersonsAnswerForm, readings: list[Reading]) -> PersonsAnswer:
    """The words in the language that was heard; without any, those that an interpreter put into it."""
    heard, interpreter = form.cleaned_data["language"], form.cleaned_data["interpreter"].strip()
    own = reading_in(readings, heard)
    read = own or reading_to_interpret(readings)
    return PersonsAnswer(
        words=read.words,
        language=read.code,
        interpreted_into="" if own else heard,
        given_how=GivenHow.ON_SCREEN_WITH_INTERPRETER if interpreter else GivenHow.ON_SCREEN_WITH_WORKER,
        interpreter=interpreter,
        until=form.cleaned_data["until"],
    )
