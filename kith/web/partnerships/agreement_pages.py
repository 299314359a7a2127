"""Agreements: the list, one of them, signing, putting forward, ending, the paper."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.core.errors import StatusConflict
from kith.partnerships.actions import end_agreement as ending
from kith.partnerships.actions import propose_draft as proposing
from kith.partnerships.actions import sign_agreement as signing
from kith.partnerships.queries import agreement_page as one
from kith.partnerships.queries import agreements_list as several
from kith.partnerships.queries.agreement_page import AgreementPage
from kith.partnerships.queries.paper_of import paper_of
from kith.partnerships.queries.partners_list import partners_list
from kith.partnerships.terms import ROLE_WORDS, SCOPE_WORDS, STANDING_WORDS, Standing
from kith.partnerships.views_of import PartyLine, PromiseLine
from kith.web.forms import KithForm, sent
from kith.web.pages import act, form_page, show, staff_only
from kith.web.partnerships.roles import KEEPERS, MAKERS, READERS, SHOW_OR_SEND
from kith.web.partnerships.wording_forms import SignForm
from kith.web.partnerships.wording_pages import address_of_agreement
from kith.web.request import KithRequest

LOOKS = {Standing.BINDS: "ok", Standing.WAITS_FOR_US: "warn", Standing.RAN_OUT: "warn"}


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise with its days in words."""

    line: PromiseLine
    weekdays: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party with its role in words."""

    line: PartyLine
    role: str | LazyText


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
    }
    return show(request, "partnerships/agreements_list.html", context)


@require_safe
@staff_only(*READERS)
def agreement_page(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """The words, beside them what Kith does; who has signed; the form to sign."""
    page = one.agreement_page(request.viewer, agreement_id=agreement_id)
    return show(request, "partnerships/agreement_page.html", context_of(page, SignForm()))


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def sign_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Sign for my organisation; a form that needs mending comes back on the agreement's own page."""
    page = one.agreement_page(request.viewer, agreement_id=agreement_id)
    form = SignForm(sent(request))

    def work() -> UUID:
        signing.sign_agreement(
            request.viewer,
            agreement_id=agreement_id,
            name=form.cleaned_data["name"],
            role_title=form.cleaned_data["role_title"],
        )
        return agreement_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("You have signed. Thank you."))
        return address_of_agreement(outcome)

    template = "partnerships/agreement_page.html"
    return form_page(request, template, form=form, context=context_of(page, form), work=work, then=then)


@require_POST
@staff_only(*MAKERS)
def propose_draft(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Put a draft before its parties."""

    def work() -> UUID:
        proposing.propose_draft(request.viewer, agreement_id=agreement_id)
        return agreement_id

    return act(request, work=work, then=address_of_agreement)


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
    copy = paper_of(request.viewer, agreement_id=agreement_id)
    response = HttpResponse(copy.content, content_type=copy.content_type)
    response["Content-Disposition"] = f'attachment; filename="{copy.file_name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def context_of(page: AgreementPage, form: SignForm) -> dict[str, object]:
    """What the agreement's page shows, in words."""
    return {
        "page": page,
        "form": form,
        "standing": STANDING_WORDS[page.standing],
        "look": LOOKS.get(page.standing, "plain"),
        "parties": [PartyRow(line, ROLE_WORDS[line.role]) for line in page.parties],
        "promises": [promise_row(line) for line in page.promises],
        "scope": [SCOPE_WORDS[kind] for kind in page.scope],
        "is_draft": page.standing is Standing.DRAFT,
    }


def promise_row(line: PromiseLine) -> PromiseRow:
    """A promise with the names of its weekdays, and the due day where the partner is."""
    due = line.due_if_asked_now
    return PromiseRow(
        line=line,
        weekdays=_(", ").join(str(WEEKDAYS[day]) for day in line.weekdays),
        due_on=due.astimezone(ZoneInfo(line.timezone)).date() if due else None,
    )
