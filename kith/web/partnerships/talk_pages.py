"""Talking about an agreement: what each side says about a clause, or about the whole."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kith.core.errors import NotFound, StatusConflict
from kith.partnerships.actions import say_about_clause as saying
from kith.partnerships.actions import settle_comment as settling
from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.queries.agreement_page import AgreementPage, agreement_page
from kith.partnerships.queries.negotiation import Negotiation, negotiation
from kith.partnerships.queries.version_diff import ClauseChange, version_diff
from kith.partnerships.redline import Change
from kith.partnerships.views_of import ClauseLine
from kith.partnerships.wording import LONGEST_COMMENT
from kith.web.forms import KithForm, sent
from kith.web.pages import act, form_page, staff_only
from kith.web.partnerships.clause_kinds import WHAT_KITH_DOES
from kith.web.partnerships.roles import KEEPERS, READERS, SHOW_OR_SEND
from kith.web.request import KithRequest

TEMPLATE = "partnerships/talk.html"


class SayForm(KithForm):
    """What all parties read."""

    text = forms.CharField(
        label=gettext_lazy("What do you think?"),
        help_text=gettext_lazy("All parties read this. No names of people we help, please."),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea({"rows": 4}),
    )


@require_http_methods(SHOW_OR_SEND)
@staff_only(*READERS)
def say_about_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """What was said about the whole, and a form to say something."""
    return _talk(request, agreement_id, None)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*READERS)
def say_about_clause(request: KithRequest, agreement_id: UUID, clause_key: UUID) -> HttpResponseBase:
    """One clause, what changed in it, what was said about it, and a form to say something."""
    return _talk(request, agreement_id, clause_key)


@require_POST
@staff_only(*KEEPERS)
def settle_comment(request: KithRequest, agreement_id: UUID, comment_id: UUID) -> HttpResponseBase:
    """Say that what we had said is settled."""
    talk = negotiation(request.viewer, agreement_id=agreement_id)
    about = next((one.clause_key for one in talk.comments if one.id == comment_id), None)

    def work() -> UUID:
        settling.settle_comment(request.viewer, agreement_id=agreement_id, comment_id=comment_id)
        return comment_id

    return act(request, work=work, then=lambda _outcome: address_of_talk(agreement_id, about))


def address_of_talk(agreement_id: UUID, clause_key: UUID | None) -> str:
    """Where this clause, or the whole, is talked about."""
    if clause_key is None:
        return reverse("say_about_agreement", kwargs={"agreement_id": agreement_id})
    return reverse("say_about_clause", kwargs={"agreement_id": agreement_id, "clause_key": clause_key})


def _talk(request: KithRequest, agreement_id: UUID, clause_key: UUID | None) -> HttpResponseBase:
    talk = negotiation(request.viewer, agreement_id=agreement_id)
    number = talk.answers
    if number is None:
        raise StatusConflict
    page = agreement_page(request.viewer, agreement_id=agreement_id, number=number)
    form = SayForm(sent(request))

    def work() -> UUID:
        return saying.say_about_clause(
            request.viewer,
            agreement_id=agreement_id,
            number=number,
            clause_key=clause_key,
            text=form.cleaned_data["text"],
        )

    def then(_outcome: UUID) -> str:
        messages.success(request, _("All parties can read it now."))
        return address_of_talk(agreement_id, clause_key)

    context = {"page": page, "talk": talk, **_about(request, page, talk, clause_key)}
    return form_page(request, TEMPLATE, form=form, context=context, work=work, then=then)


def _about(
    request: KithRequest, page: AgreementPage, talk: Negotiation, clause_key: UUID | None
) -> dict[str, object]:
    said = [one for one in talk.comments if one.clause_key == clause_key]
    if clause_key is None:
        return {"said": said}
    line = next((one for one in page.clauses if one.key == clause_key), None)
    if line is None:
        raise NotFound
    return {
        "said": said,
        "line": line,
        "words": CLAUSE_WORDS[line.kind],
        "what": WHAT_KITH_DOES[line.kind],
        "change": _change_in(request, page, talk, line),
    }


def _change_in(
    request: KithRequest, page: AgreementPage, talk: Negotiation, line: ClauseLine
) -> ClauseChange | None:
    """How the clause differs from the words that these answer, if those may be seen and it differs."""
    seen = {one.number: one.based_on for one in talk.versions}
    before = seen.get(page.number)
    if before is None or before not in seen:
        return None
    diff = version_diff(request.viewer, agreement_id=page.id, old=before, new=page.number)
    found = next((one for one in diff.clauses if one.key == line.key), None)
    return None if found is None or found.change is Change.SAME else found
