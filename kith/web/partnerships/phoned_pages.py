"""Told by phone: noting what a party answered, and that party's own word on the note."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kith.core import clock
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.partnerships.actions.ask_other_words import ask_other_words
from kith.partnerships.actions.confirm_phoned_answer import confirm_phoned_answer as confirming
from kith.partnerships.actions.decline_agreement import decline_agreement
from kith.partnerships.errors import StaleVersion
from kith.partnerships.other_words import OtherWords
from kith.partnerships.proposal_letters import AnswerSaid
from kith.partnerships.queries.agreement_page import AgreementPage
from kith.partnerships.queries.looked_after import looked_after
from kith.partnerships.speaking import PhonedSpeaker, Speaker
from kith.partnerships.views_of import PartyLine
from kith.web.forms import sent
from kith.web.pages import act, form_page, show, staff_only
from kith.web.partnerships.on_the_table import words_that_wait
from kith.web.partnerships.phoned_forms import PhonedAnswerForm
from kith.web.partnerships.roles import KEEPERS, MAKERS, SHOW_OR_SEND
from kith.web.partnerships.sent_anew import sent_anew
from kith.web.partnerships.talk_pages import address_of_talk
from kith.web.partnerships.wording_pages import address_of_agreement
from kith.web.request import KithRequest

TEMPLATE = "partnerships/note_phoned_answer.html"


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def note_phoned_answer(request: KithRequest, agreement_id: UUID, organization_id: UUID) -> HttpResponseBase:
    """Write down who answered for a party that we look after, when, and what; the party confirms it."""
    page = words_that_wait(request, agreement_id)
    party = _asked(request, page, organization_id)
    first = {
        "told_at": localtime(clock.now()).replace(second=0, microsecond=0),
        "seen_digest": page.digest,
    }
    form = PhonedAnswerForm(sent(request), initial=first)

    def then(outcome: UUID) -> str:
        messages.success(request, _("It is noted. They are asked by mail whether it is right."))
        return address_of_agreement(outcome)

    context = {"page": page, "party": party}
    try:
        return form_page(
            request,
            TEMPLATE,
            form=form,
            context=context,
            work=lambda: _note(request, page, organization_id, form),
            then=then,
        )
    except StaleVersion as stale:
        form.data = sent_anew(request, seen_digest=page.digest)
        return show(request, TEMPLATE, {**context, "form": form, "stale": stale}, status=stale.status)


@require_POST
@staff_only(*KEEPERS)
def confirm_phoned_answer(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Say for my own organisation whether what was noted for it on the phone is right."""
    own_id = request.viewer.organization_id
    if own_id is None:
        raise NotFound

    def work() -> UUID:
        return confirming(
            request.viewer,
            agreement_id=agreement_id,
            speaker=Speaker(organization_id=own_id, contact_id=None),
            is_right=request.POST.get("answer") == "right",
        )

    return act(request, work=work, then=lambda outcome: address_of_talk(outcome, None))


def _asked(request: KithRequest, page: AgreementPage, organization_id: UUID) -> PartyLine:
    """The party, if it has not signed and we look after it. Raises NotFound, StatusConflict or Denied."""
    party = next((one for one in page.parties if one.organization_id == organization_id), None)
    if party is None:
        raise NotFound
    if party.is_ours or not looked_after(request.viewer, organization_ids=[organization_id]):
        raise Denied
    if party.signed_at is not None:
        raise StatusConflict
    return party


def _note(request: KithRequest, page: AgreementPage, organization_id: UUID, form: PhonedAnswerForm) -> UUID:
    given = form.cleaned_data
    speaker = PhonedSpeaker(
        organization_id=organization_id, told_by=given["told_by"], told_at=given["told_at"]
    )
    if given["answer"] == AnswerSaid.NOT_FOR_US.value:
        return decline_agreement(request.viewer, agreement_id=page.id, speaker=speaker, words=given["words"])
    return ask_other_words(
        request.viewer,
        agreement_id=page.id,
        speaker=speaker,
        seen_digest=given["seen_digest"],
        wish=OtherWords(
            said={None: given["words"]},
            numbers={},
            starts_on=page.starts_on,
            review_on=page.review_on,
            ends_on=page.ends_on,
        ),
    )
