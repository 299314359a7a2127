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
from kith.care.queries.ask_preview import AskPreview
from kith.care.queries.ask_preview import ask_preview as preview_of
from kith.care.told import PersonsAnswer
from kith.consent.terms import GivenHow
from kith.consent.wording import digest_of
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.viewer import Role
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
    words = words_to_read(page)
    read = digest_of(words)
    form = PersonsAnswerForm(sent(request), initial={"language": first, "until": until, "read": read})
    if request.method == "POST" and request.POST.get("read") != read:
        raise StatusConflict(_("The words have changed since you read them. Please read them again."))
    return form_page(
        request,
        "care/ask_preview.html",
        form=form,
        context={"page": page, "words": words},
        work=lambda: _act_on(request, form, referral_id, words),
        then=lambda outcome: reverse("referral_page", args=[outcome]),
    )


def words_to_read(page: AskPreview) -> str:
    """The consent as it is read aloud; these exact words are kept with the yes."""
    return _(
        "We ask %(organization)s if they have room. We do not say who you are. If they say yes and you pick "
        "them, %(contact)s gets your name and how to reach you. You can stop this at any time."
    ) % {"organization": page.organization_name, "contact": page.contact_name or page.organization_name}


def _act_on(request: KithRequest, form: PersonsAnswerForm, referral_id: UUID, words: str) -> UUID:
    said = form.cleaned_data["said"]
    if said == "no":
        return withdraw_referral(request.viewer, referral_id=referral_id)
    if said == "later":
        return put_off(request.viewer, referral_id=referral_id, until=clock.now() + TIME_TO_THINK)
    interpreter = form.cleaned_data["interpreter"].strip()
    how = GivenHow.ON_SCREEN_WITH_INTERPRETER if interpreter else GivenHow.ON_SCREEN_WITH_WORKER
    answer = PersonsAnswer(
        words=words,
        language=form.cleaned_data["language"],
        given_how=how,
        interpreter=interpreter,
        until=form.cleaned_data["until"],
    )
    return ask_partner(request.viewer, referral_id=referral_id, answer=answer)
