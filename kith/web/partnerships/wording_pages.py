"""Writing an agreement: propose it, keep it as a draft, change the draft, or adopt one on paper."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.queries.site_profile import site_profile
from kith.partnerships.actions import adopt_paper_agreement as adopting
from kith.partnerships.actions import propose_agreement as proposing
from kith.partnerships.actions.change_draft import change_draft as change
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.queries.agreement_page import AgreementPage, agreement_page
from kith.partnerships.queries.may_welcome import may_welcome
from kith.partnerships.queries.possible_parties import PossibleParty, possible_parties
from kith.web.forms import sent, sent_files
from kith.web.pages import form_page, staff_only
from kith.web.partnerships.roles import MAKERS, SHOW_OR_SEND
from kith.web.partnerships.wording_forms import AdoptForm, WordingForm, initial_of
from kith.web.request import KithRequest

KEEP_AS_DRAFT = "keep_as_draft"


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def propose_agreement(request: KithRequest) -> HttpResponseBase:
    """Write an agreement; put it before the others now, or keep it as a draft."""
    possible = possible_parties(request.viewer)
    form = WordingForm(sent(request), possible=possible, initial=_from_today(request))

    def work() -> UUID:
        wording = form.wording()
        if KEEP_AS_DRAFT in request.POST:
            return draft_agreement(request.viewer, wording=wording)
        return proposing.propose_agreement(
            request.viewer,
            title=wording.title,
            purpose=wording.purpose,
            parties=wording.parties,
            promises=wording.promises,
            scope=wording.scope,
            starts_on=wording.starts_on,
            review_on=wording.review_on,
            ends_on=wording.ends_on,
        )

    template = "partnerships/propose_agreement.html"
    return form_page(
        request,
        template,
        form=form,
        context={"is_alone": not possible[1:], "may_welcome": may_welcome(request.viewer)},
        work=work,
        then=address_of_agreement,
    )


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def change_draft(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Change the words of a draft that nobody else has seen."""
    page = agreement_page(request.viewer, agreement_id=agreement_id)
    if not page.may_change:
        raise StatusConflict
    form = WordingForm(sent(request), possible=_parties_for(request, page), initial=initial_of(page))

    def work() -> UUID:
        change(request.viewer, agreement_id=agreement_id, wording=form.wording())
        return agreement_id

    template = "partnerships/change_draft.html"
    return form_page(
        request, template, form=form, context={"page": page}, work=work, then=address_of_agreement
    )


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def adopt_paper_agreement(request: KithRequest) -> HttpResponseBase:
    """Take in an agreement that was signed on paper: the file, its dates, its two clauses."""
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
    return form_page(
        request,
        template,
        form=form,
        context={"is_alone": not possible[1:], "may_welcome": may_welcome(request.viewer)},
        work=work,
        then=then,
    )


def address_of_agreement(agreement_id: UUID) -> str:
    """The page of this agreement."""
    return reverse("agreement_page", kwargs={"agreement_id": agreement_id})


def _from_today(request: KithRequest) -> dict[str, object]:
    return {"starts_on": clock.today(site_profile(request.viewer).timezone)}


def _parties_for(request: KithRequest, page: AgreementPage) -> list[PossibleParty]:
    """Everyone to choose from, and those that the draft names already."""
    possible = possible_parties(request.viewer)
    known = {party.organization_id for party in possible}
    named = [PossibleParty(p.organization_id, p.name, p.is_ours) for p in page.parties]
    return possible + [party for party in named if party.organization_id not in known]
