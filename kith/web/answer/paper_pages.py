"""Is this the paper that you signed? Yes, or what is wrong, by the link in a mail."""

from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kith.core.errors import BadInput, Expired
from kith.partnerships.actions.answer_paper import answer_paper
from kith.partnerships.queries.offered_agreement import offered_agreement
from kith.partnerships.queries.paper_asked_about import paper_asked_about
from kith.partnerships.queries.paper_copy import paper_copy
from kith.partnerships.queries.papers_behind_agreement import papers_behind_agreement
from kith.partnerships.queries.visit_to_agree import AgreementVisit, visit_to_agree
from kith.partnerships.speaking import LONGEST_WORDS
from kith.post.actions.use_link import use_link
from kith.post.terms import LinkPurpose
from kith.web.answer.agreement_desk import words_of
from kith.web.answer.answers import is_sent_again
from kith.web.forms import KithForm
from kith.web.pages import press_once, say_in_form, show
from kith.web.partnerships.paper_copies import as_file
from kith.web.request import KithRequest

PAGE = "answer/confirm_paper.html"
PURPOSE = LinkPurpose.CONFIRM_PAPER
YES, WRONG = "paper-right", "paper-wrong"


class WrongForm(KithForm):
    """What is wrong with the paper."""

    words = forms.CharField(
        label=gettext_lazy("What is wrong?"), max_length=LONGEST_WORDS, widget=forms.Textarea({"rows": 3})
    )


@never_cache
def confirm_paper(request: KithRequest, token: str) -> HttpResponseBase:
    """The paper and what was read off it. Looking has no effect; the answer takes effect once."""
    said = request.POST.get("answer", "")
    try:
        visit = visit_to_agree(request.viewer, token=token, purpose=PURPOSE)
    except Expired:
        if said in {YES, WRONG} and is_sent_again(request, token=token, purpose=PURPOSE):
            return _thanks(said)
        raise
    if request.method != "POST":
        return _show(request, visit, token, WrongForm())
    if said not in {YES, WRONG}:
        raise BadInput(_("Please choose one of the answers."))
    return _answer(request, visit, token, said)


@require_safe
@never_cache
def paper_by_link(request: KithRequest, token: str) -> HttpResponse:
    """The paper as a file; taking a copy is written down."""
    visit = visit_to_agree(request.viewer, token=token, purpose=PURPOSE)
    asked = paper_asked_about(visit.viewer, agreement_id=visit.agreement_id)
    return as_file(paper_copy(visit.viewer, agreement_id=visit.agreement_id, paper_id=asked))


def _answer(request: KithRequest, visit: AgreementVisit, token: str, said: str) -> HttpResponseBase:
    form = WrongForm(request.POST)
    if said == WRONG and not form.is_valid():
        return _show(request, visit, token, form, status=422)

    @transaction.atomic
    def work() -> UUID:
        use_link(visit.viewer, link_id=visit.link_id)
        return answer_paper(
            visit.viewer,
            agreement_id=visit.agreement_id,
            speaker=visit.speaker,
            is_right=said == YES,
            words=form.cleaned_data["words"] if said == WRONG else "",
        )

    try:
        press_once(request, visit.viewer, work=work)
    except BadInput as error:
        say_in_form(form, error)
        return _show(request, visit, token, form, status=error.status)
    return _thanks(said)


def _show(
    request: KithRequest, visit: AgreementVisit, token: str, form: KithForm, *, status: int = 200
) -> HttpResponseBase:
    papers = papers_behind_agreement(visit.viewer, agreement_id=visit.agreement_id)
    asked = paper_asked_about(visit.viewer, agreement_id=visit.agreement_id)
    paper = next(one for one in papers if one.id == asked)
    context = {
        "visit": visit,
        "token": token,
        "form": form,
        "paper": paper,
        **words_of(offered_agreement(visit.viewer, agreement_id=visit.agreement_id, number=paper.number)),
    }
    return show(request, PAGE, context, status=status)


def _thanks(what: str) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("agreement_thanks", args=[what]))
