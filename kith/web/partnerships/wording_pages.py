"""Writing an agreement: propose it, keep it as a draft, or change the draft."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.partnerships.actions import propose_agreement as proposing
from kith.partnerships.actions.change_in_short import change_in_short as change
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.negotiation_errors import WordsConflict
from kith.partnerships.queries.draft_page import DraftPage, draft_page
from kith.partnerships.queries.may_welcome import may_welcome
from kith.partnerships.queries.partnership_page import partnership_page
from kith.partnerships.queries.partnerships_list import partnerships_list
from kith.partnerships.queries.possible_parties import PossibleParty, possible_parties
from kith.partnerships.terms import AgreementKind
from kith.web.forms import sent
from kith.web.pages import form_page, show, staff_only
from kith.web.partnerships.propose_form import ProposeForm
from kith.web.partnerships.roles import MAKERS, SHOW_OR_SEND
from kith.web.partnerships.sent_anew import sent_anew
from kith.web.partnerships.wording_forms import ShortForm, initial_of, roles_of
from kith.web.request import KithRequest

KEEP_AS_DRAFT = "keep_as_draft"
KEPT = gettext_lazy("It is kept as a draft. The others do not see it until you propose it.")
PROPOSED = gettext_lazy("It is on the table. The others are asked to read it and to sign.")


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def propose_agreement(request: KithRequest) -> HttpResponseBase:
    """Write an agreement; put it before the others now, or keep it as a draft."""
    possible = possible_parties(request.viewer)
    form = ProposeForm(sent(request), possible=possible, initial=_first(request))
    form.add_partnerships(partnerships_list(request.viewer))

    def work() -> UUID:
        wording = form.wording()
        kind, partnership_id = AgreementKind(form.cleaned_data["kind"]), form.partnership_id()
        if KEEP_AS_DRAFT in request.POST:
            return draft_agreement(request.viewer, wording=wording, kind=kind, partnership_id=partnership_id)
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
            kind=kind,
            partnership_id=partnership_id,
        )

    def then(outcome: UUID) -> str:
        messages.success(request, str(KEPT if KEEP_AS_DRAFT in request.POST else PROPOSED))
        return address_of_agreement(outcome)

    template = "partnerships/propose_agreement.html"
    return form_page(
        request,
        template,
        form=form,
        context={"is_alone": not possible[1:], "may_welcome": may_welcome(request.viewer)},
        work=work,
        then=then,
    )


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def change_draft(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Change a draft in the short form: its words, who answers how soon, what may be told."""
    page = draft_page(request.viewer, agreement_id=agreement_id)
    initial = initial_of(page.wording) | {"seen_digest": page.digest}
    form = ShortForm(sent(request), possible=parties_for(request, page), initial=initial)

    def work() -> UUID:
        change(
            request.viewer,
            agreement_id=agreement_id,
            wording=form.wording(),
            seen_digest=form.cleaned_data["seen_digest"],
        )
        return agreement_id

    def then(_outcome: UUID) -> str:
        return address_of_draft(page)

    template, context = "partnerships/change_draft.html", {"page": page, "back": address_of_draft(page)}
    try:
        return form_page(request, template, form=form, context=context, work=work, then=then)
    except WordsConflict as conflict:
        form.data = sent_anew(request, seen_digest=page.digest)
        shown = {**context, "form": form, "conflict": conflict, "theirs": page}
        return show(request, template, shown, status=conflict.status)


def address_of_agreement(agreement_id: UUID) -> str:
    """The page of this agreement."""
    return reverse("agreement_page", kwargs={"agreement_id": agreement_id})


def address_of_draft(page: DraftPage) -> str:
    """Where the draft is read: on the agreement's page, or beside the words that all see."""
    if page.based_on is None:
        return address_of_agreement(page.agreement_id)
    return reverse("agreement_version", kwargs={"agreement_id": page.agreement_id, "number": page.number})


def _first(request: KithRequest) -> dict[str, object]:
    """From today; where the link names a table, with those who sit there, each with what it does there."""
    return {
        "kind": AgreementKind.MOU.value,
        "starts_on": clock.today(site_profile(request.viewer).timezone),
        **_of_table(request),
    }


def _of_table(request: KithRequest) -> dict[str, object]:
    try:
        wanted = UUID(request.GET.get("partnership", ""))
    except ValueError:
        return {}
    if wanted not in {line.id for line in partnerships_list(request.viewer)}:
        return {}
    seats = partnership_page(request.viewer, partnership_id=wanted).seats
    return {"partnership": str(wanted), **roles_of({seat.organization_id: seat.roles for seat in seats})}


def parties_for(request: KithRequest, page: DraftPage) -> list[PossibleParty]:
    """Everyone to choose from, and those that the draft names already."""
    possible = possible_parties(request.viewer)
    known = {party.organization_id for party in possible}
    named = [
        PossibleParty(key, name, key == request.viewer.organization_id) for key, name in page.names.items()
    ]
    return possible + [party for party in named if party.organization_id not in known]
