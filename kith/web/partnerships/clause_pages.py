"""The clauses of a draft: choose a kind, write a clause, change it, take it out."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.core.errors import NotFound, StatusConflict
from kith.core.ids import uuid7
from kith.partnerships.actions import add_clause as adding
from kith.partnerships.actions import change_clause as changing
from kith.partnerships.actions import take_out_clause as taking_out
from kith.partnerships.clause_terms import CLAUSE_WORDS, ClauseKind
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.errors import BadClause, ClauseConflict, ClauseMistake
from kith.partnerships.queries import draft_page as drafts
from kith.partnerships.queries.draft_page import DraftPage
from kith.partnerships.text import Names, clause_lines
from kith.partnerships.views_of import ClauseLine
from kith.web.forms import sent
from kith.web.pages import act, form_page, show, staff_only
from kith.web.partnerships.clause_form import ClauseForm
from kith.web.partnerships.clause_kinds import FORMS, WHAT_KITH_DOES
from kith.web.partnerships.roles import MAKERS, SHOW_OR_SEND
from kith.web.partnerships.sent_anew import sent_anew
from kith.web.partnerships.wording_pages import address_of_draft
from kith.web.request import KithRequest

TEMPLATE = "partnerships/clause_form.html"


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of clause in words, and what Kith does with it."""

    kind: ClauseKind
    words: str | Promise
    what: str | Promise


@require_safe
@staff_only(*MAKERS)
def choose_clause(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Choose which kind of clause to add to the draft."""
    page = drafts.draft_page(request.viewer, agreement_id=agreement_id)
    rows = [KindRow(kind, CLAUSE_WORDS[kind], WHAT_KITH_DOES[kind]) for kind in ClauseKind]
    context = {"page": page, "rows": rows, "back": address_of_draft(page)}
    return show(request, "partnerships/choose_clause.html", context)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def add_clause(request: KithRequest, agreement_id: UUID, clause_kind: str) -> HttpResponseBase:
    """Write a new clause of this kind."""
    page = drafts.draft_page(request.viewer, agreement_id=agreement_id)
    form = _form_of(clause_kind)(sent(request), draft=page)
    context = _context(page, form)

    def work() -> UUID:
        clause = _clause(form, uuid7())
        _marked(
            context,
            page,
            clause,
            lambda: adding.add_clause(request.viewer, agreement_id=agreement_id, clause=clause),
        )
        return clause.key

    return form_page(request, TEMPLATE, form=form, context=context, work=work, then=_then(request, page))


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def change_clause(request: KithRequest, agreement_id: UUID, clause_key: UUID) -> HttpResponseBase:
    """Change a clause; if somebody else has changed it meanwhile, both are shown and nothing is lost."""
    page = drafts.draft_page(request.viewer, agreement_id=agreement_id)
    now = next((clause for clause in page.wording.clauses if clause.key == clause_key), None)
    kind = now.kind.value if now else request.POST.get("kind", "")
    form = _form_of(kind)(sent(request), draft=page, initial=_initial(now))
    _remember(form, now)
    context = {**_context(page, form), "is_change": True, "clause_key": clause_key}

    def work() -> UUID:
        clause = _clause(form, clause_key)
        seen = form.cleaned_data["seen_digest"]
        _marked(
            context,
            page,
            clause,
            lambda: changing.change_clause(
                request.viewer, agreement_id=agreement_id, clause=clause, seen_digest=seen
            ),
        )
        return clause_key

    try:
        return form_page(request, TEMPLATE, form=form, context=context, work=work, then=_then(request, page))
    except ClauseConflict as conflict:
        return _both_shown(request, page, form, {**context, "conflict": conflict, "key": clause_key})


@require_POST
@staff_only(*MAKERS)
def take_out_clause(request: KithRequest, agreement_id: UUID, clause_key: UUID) -> HttpResponseBase:
    """Take a clause out, as it was seen."""

    def work() -> UUID:
        taking_out.take_out_clause(
            request.viewer,
            agreement_id=agreement_id,
            clause_key=clause_key,
            seen_digest=request.POST.get("seen_digest", ""),
        )
        return agreement_id

    page = drafts.draft_page(request.viewer, agreement_id=agreement_id)
    return act(request, work=work, then=lambda _outcome: address_of_draft(page))


def _form_of(kind: str) -> type[ClauseForm]:
    if kind not in set(ClauseKind):
        raise NotFound
    return FORMS[ClauseKind(kind)]


def _initial(now: StatedClause | None) -> dict[str, object]:
    return FORMS[now.kind].initial_of(now) if now else {}


def _remember(form: ClauseForm, now: StatedClause | None) -> None:
    """What the writer saw travels with the form, and the kind, for when the clause is gone."""
    form.fields["seen_digest"] = forms.CharField(
        widget=forms.HiddenInput, required=False, initial=now.digest if now else ""
    )
    form.fields["kind"] = forms.CharField(widget=forms.HiddenInput, required=False, initial=form.kind.value)


def _context(page: DraftPage, form: ClauseForm) -> dict[str, object]:
    return {
        "page": page,
        "clause_kind": form.kind.value,
        "words": CLAUSE_WORDS[form.kind],
        "what": WHAT_KITH_DOES[form.kind],
        "back": address_of_draft(page),
    }


def _clause(form: ClauseForm, key: UUID) -> StatedClause:
    try:
        return form.clause(key)
    except BadClause as mistake:
        raise form.placed(mistake) from mistake


def _marked(
    context: dict[str, object], page: DraftPage, clause: StatedClause, work: Callable[[], None]
) -> None:
    """Do the work; what stands against the clause is shown with it."""
    try:
        work()
    except ClauseMistake as mistake:
        context["against"] = _lines(page, mistake.clause_keys, but=clause.key)
        raise


def _lines(page: DraftPage, keys: tuple[UUID, ...], *, but: UUID) -> list[ClauseLine]:
    return [line for line in page.clauses if line.key in keys and line.key != but]


def _both_shown(
    request: KithRequest, before: DraftPage, form: ClauseForm, context: dict[str, object]
) -> HttpResponse:
    """The clause as it is now beside the writer's own words, which stay in the form to be sent again."""
    page = drafts.draft_page(request.viewer, agreement_id=before.agreement_id)
    theirs = next((line for line in page.clauses if line.key == context["key"]), None)
    names = Names(page.names, {key: name for one in page.services.values() for key, name in one.items()})
    ours = clause_lines(form.clause(uuid7()), names)
    form.data = sent_anew(request, seen_digest=theirs.digest if theirs else "")
    shown = {**context, "page": page, "form": form, "theirs": theirs, "ours": ours}
    return show(request, TEMPLATE, shown, status=StatusConflict.status)


def _then(request: KithRequest, page: DraftPage) -> Callable[[UUID], str]:
    def then(_outcome: UUID) -> str:
        messages.success(request, _("The clause is kept."))
        return address_of_draft(page)

    return then
