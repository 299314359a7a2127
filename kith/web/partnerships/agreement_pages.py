"""Agreements: the list, one of them, signing, putting forward, ending, the paper."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.core.errors import StatusConflict
from kith.partnerships.actions import end_agreement as ending
from kith.partnerships.actions import propose_draft as proposing
from kith.partnerships.actions import sign_agreement as signing
from kith.partnerships.errors import StaleVersion
from kith.partnerships.queries import agreement_page as one
from kith.partnerships.queries import agreements_list as several
from kith.partnerships.queries.agreement_page import AgreementPage
from kith.partnerships.queries.looked_after import looked_after
from kith.partnerships.queries.negotiation import negotiation
from kith.partnerships.queries.paper_of import paper_of
from kith.partnerships.queries.papers_behind_agreement import papers_behind_agreement
from kith.partnerships.queries.partners_list import partners_list
from kith.partnerships.terms import STANDING_WORDS
from kith.partnerships.views_of import PartyLine
from kith.web.forms import KithForm, sent
from kith.web.pages import act, form_page, show, staff_only
from kith.web.partnerships.agreement_context import LOOKS, context_of
from kith.web.partnerships.due_rows import due_for
from kith.web.partnerships.on_the_table import do_wait
from kith.web.partnerships.paper_copies import as_file
from kith.web.partnerships.put_pages import may_be_put
from kith.web.partnerships.roles import KEEPERS, MAKERS, READERS, SHOW_OR_SEND
from kith.web.partnerships.sent_anew import sent_anew
from kith.web.partnerships.wording_forms import SignForm
from kith.web.partnerships.wording_pages import PROPOSED, address_of_agreement
from kith.web.request import KithRequest

TEMPLATE = "partnerships/agreement_page.html"


@require_safe
@staff_only(*READERS)
def agreements_list(request: KithRequest) -> HttpResponseBase:
    """The agreements of my organisation; what waits for us comes first."""
    lines = several.agreements_list(request.viewer)
    own = next((line for line in partners_list(request.viewer) if line.is_own), None)
    context = {
        "rows": [(line, STANDING_WORDS[line.standing], LOOKS.get(line.standing, "plain")) for line in lines],
        "may_propose": request.viewer.has(*MAKERS),
        "own": own,
        "due": due_for(request.viewer),
    }
    return show(request, "partnerships/agreements_list.html", context)


@require_safe
@staff_only(*READERS)
def agreement_page(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """The words, beside them what Kith does; who has signed; the form to sign."""
    return _words(request, agreement_id, None)


@require_safe
@staff_only(*READERS)
def agreement_version(request: KithRequest, agreement_id: UUID, number: int) -> HttpResponseBase:
    """The same for the words of one version: those on the table, our own draft, or earlier ones."""
    return _words(request, agreement_id, number)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def sign_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Sign for my organisation; a form that needs mending, or other words meanwhile, come back with it."""
    offered = negotiation(request.viewer, agreement_id=agreement_id).offered
    page = one.agreement_page(request.viewer, agreement_id=agreement_id, number=offered)
    form = SignForm(sent(request))

    def work() -> UUID:
        signing.sign_agreement(
            request.viewer,
            agreement_id=agreement_id,
            seen_digest=form.cleaned_data["seen_digest"],
            name=form.cleaned_data["name"],
            role_title=form.cleaned_data["role_title"],
        )
        return agreement_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("You have signed. Thank you."))
        return address_of_agreement(outcome)

    context = _context(request, page, form)
    try:
        return form_page(request, TEMPLATE, form=form, context=context, work=work, then=then)
    except StaleVersion as stale:
        form.data = sent_anew(request, seen_digest=page.digest, without="agreed")
        return show(request, TEMPLATE, {**context, "stale": stale}, status=stale.status)


@require_POST
@staff_only(*MAKERS)
def propose_draft(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Put a draft before its parties."""

    def work() -> UUID:
        proposing.propose_draft(request.viewer, agreement_id=agreement_id)
        return agreement_id

    def then(outcome: UUID) -> str:
        messages.success(request, str(PROPOSED))
        return address_of_agreement(outcome)

    try:
        return act(request, work=work, then=then)
    except StaleVersion as stale:
        messages.warning(request, stale.sentence)
        draft = negotiation(request.viewer, agreement_id=agreement_id).draft
        return redirect("agreement_version", agreement_id=agreement_id, number=draft)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def end_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Ask once more, then end it for all parties."""
    page = one.agreement_page(request.viewer, agreement_id=agreement_id)
    if not page.may_end and request.method != "POST":
        raise StatusConflict

    def work() -> UUID:
        ending.end_agreement(request.viewer, agreement_id=agreement_id)
        return agreement_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The agreement has ended."))
        return address_of_agreement(outcome)

    template = "partnerships/end_agreement.html"
    form = KithForm(sent(request))
    return form_page(request, template, form=form, context={"page": page}, work=work, then=then)


@require_safe
@staff_only(*READERS)
def agreement_paper(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """The paper as a file to keep: never shown inside a page of ours."""
    return as_file(paper_of(request.viewer, agreement_id=agreement_id))


def _words(request: KithRequest, agreement_id: UUID, number: int | None) -> HttpResponseBase:
    page = one.agreement_page(request.viewer, agreement_id=agreement_id, number=number)
    form = SignForm(initial={"seen_digest": page.digest})
    return show(request, TEMPLATE, _context(request, page, form))


def _context(request: KithRequest, page: AgreementPage, form: SignForm) -> dict[str, object]:
    """The page's words, its negotiation, and its papers."""
    talk = negotiation(request.viewer, agreement_id=page.id)
    is_on_the_table = do_wait(page, talk)
    may_note = is_on_the_table and request.viewer.has(*MAKERS)
    return {
        **context_of(page, form, talk),
        "papers": papers_behind_agreement(request.viewer, agreement_id=page.id),
        "is_on_the_table": is_on_the_table,
        "may_put": request.viewer.has(*MAKERS) and may_be_put(page),
        "may_note": may_note,
        "by_phone": _unsigned_that_we_look_after(request, page) if may_note else (),
    }


def _unsigned_that_we_look_after(request: KithRequest, page: AgreementPage) -> list[PartyLine]:
    """Parties whose answer we may note: they have not signed, and we welcomed them."""
    open_sides = [party for party in page.parties if party.signed_at is None and not party.is_ours]
    ids = looked_after(request.viewer, organization_ids=[party.organization_id for party in open_sides])
    return [party for party in open_sides if party.organization_id in ids]
