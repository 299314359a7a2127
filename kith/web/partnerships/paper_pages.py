"""Papers signed by hand: take one in, add one party's signature, say whether a paper is the right one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kith.core.errors import NotFound, StatusConflict
from kith.partnerships.actions import adopt_paper_agreement as adopting
from kith.partnerships.actions import sign_on_paper as signing
from kith.partnerships.actions.answer_paper import answer_paper as answering
from kith.partnerships.queries import paper_copy as copying
from kith.partnerships.queries.agreement_page import AgreementPage, agreement_page
from kith.partnerships.queries.may_welcome import may_welcome
from kith.partnerships.queries.possible_parties import possible_parties
from kith.partnerships.speaking import Speaker
from kith.partnerships.views_of import PartyLine
from kith.web.forms import sent, sent_files
from kith.web.pages import form_page, staff_only
from kith.web.partnerships.on_the_table import words_that_wait
from kith.web.partnerships.paper_copies import as_file
from kith.web.partnerships.paper_forms import AdoptForm, PaperAnswerForm, SignedPaperForm
from kith.web.partnerships.roles import KEEPERS, MAKERS, READERS, SHOW_OR_SEND
from kith.web.partnerships.wording_pages import address_of_agreement
from kith.web.request import KithRequest


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def adopt_paper_agreement(request: KithRequest) -> HttpResponseBase:
    """Take in an agreement that was signed on paper: the file, its dates, and up to five things it says."""
    possible = possible_parties(request.viewer)
    form = AdoptForm(sent(request), sent_files(request), possible=possible)

    def work() -> UUID:
        wording = form.wording()
        return adopting.adopt_paper_agreement(
            request.viewer,
            title=wording.title,
            purpose=wording.purpose,
            parties=wording.parties,
            promises=wording.promises,
            scope=wording.scope,
            more=form.more(),
            starts_on=wording.starts_on,
            review_on=wording.review_on,
            ends_on=wording.ends_on,
            paper=form.cleaned_data["paper"].read(),
            filename=form.cleaned_data["paper"].name,
            signed_on=form.cleaned_data["signed_on"],
        )

    def then(agreement_id: UUID) -> str:
        messages.success(request, _("The paper is kept and the agreement is in force."))
        return address_of_agreement(agreement_id)

    template = "partnerships/adopt_paper_agreement.html"
    context = {"is_alone": not possible[1:], "may_welcome": may_welcome(request.viewer)}
    return form_page(request, template, form=form, context=context, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def sign_on_paper(request: KithRequest, agreement_id: UUID, organization_id: UUID) -> HttpResponseBase:
    """Add the paper that one party signed by hand, under the words on the table."""
    page = words_that_wait(request, agreement_id)
    party = _unsigned(page, organization_id)
    form = SignedPaperForm(sent(request), sent_files(request), initial={"seen_digest": page.digest})

    def work() -> UUID:
        return signing.sign_on_paper(
            request.viewer,
            agreement_id=agreement_id,
            organization_id=organization_id,
            seen_digest=form.cleaned_data["seen_digest"],
            paper=form.cleaned_data["paper"].read(),
            filename=form.cleaned_data["paper"].name,
            signed_on=form.day(),
            name=form.cleaned_data["name"],
            role_title=form.cleaned_data["role_title"],
        )

    def then(outcome: UUID) -> str:
        messages.success(request, _("The signature on paper is kept."))
        return address_of_agreement(outcome)

    template, context = "partnerships/sign_on_paper.html", {"page": page, "party": party}
    return form_page(request, template, form=form, context=context, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def answer_paper(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Say for my organisation whether a paper that others took in is the one that we signed."""
    page = agreement_page(request.viewer, agreement_id=agreement_id)
    form = PaperAnswerForm(sent(request))
    own_id = request.viewer.organization_id
    if own_id is None:
        raise NotFound

    def work() -> UUID:
        return answering(
            request.viewer,
            agreement_id=agreement_id,
            speaker=Speaker(organization_id=own_id, contact_id=None),
            is_right=request.POST.get("answer") == "right",
            words=form.cleaned_data["words"],
        )

    def then(outcome: UUID) -> str:
        messages.success(request, _("Thank you. It stands beside the paper."))
        return address_of_agreement(outcome)

    template, context = "partnerships/answer_paper.html", {"page": page}
    return form_page(request, template, form=form, context=context, work=work, then=then)


@require_safe
@staff_only(*READERS)
def paper_copy(request: KithRequest, agreement_id: UUID, paper_id: UUID) -> HttpResponse:
    """One of the papers behind an agreement, as a file."""
    return as_file(copying.paper_copy(request.viewer, agreement_id=agreement_id, paper_id=paper_id))


def _unsigned(page: AgreementPage, organization_id: UUID) -> PartyLine:
    """The party whose signature is missing. Raises NotFound, or StatusConflict if it has signed."""
    party = next((one for one in page.parties if one.organization_id == organization_id), None)
    if party is None:
        raise NotFound
    if party.signed_at is not None:
        raise StatusConflict
    return party
