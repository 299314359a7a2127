"""Other words: write them, throw them away, keep them as an answer; compare versions, read what is signed."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kith.core.errors import NotFound
from kith.partnerships.actions import carry_draft_over as carrying
from kith.partnerships.actions import throw_draft_away as throwing
from kith.partnerships.actions import write_counter_draft as writing
from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.queries import version_text as texts
from kith.partnerships.queries.negotiation import Negotiation, negotiation
from kith.partnerships.queries.version_diff import ClauseChange, version_diff
from kith.partnerships.redline import Change
from kith.web.pages import act, show, staff_only
from kith.web.partnerships.agreement_context import VERSION_WORDS
from kith.web.partnerships.roles import MAKERS, READERS
from kith.web.partnerships.wording_pages import address_of_agreement
from kith.web.request import KithRequest

MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause in both versions, with the words for its kind."""

    line: ClauseChange
    words: str | Promise


@require_POST
@staff_only(*MAKERS)
def write_counter_draft(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Begin other words from those on the table, or from those that bind."""

    def work() -> UUID:
        return writing.write_counter_draft(request.viewer, agreement_id=agreement_id)

    def then(_outcome: UUID) -> str:
        draft = negotiation(request.viewer, agreement_id=agreement_id).draft
        return address_of_version(agreement_id, draft) if draft else address_of_agreement(agreement_id)

    return act(request, work=work, then=then)


@require_POST
@staff_only(*MAKERS)
def throw_draft_away(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Throw our draft away; what all parties see stays."""

    def work() -> UUID:
        throwing.throw_draft_away(request.viewer, agreement_id=agreement_id)
        return agreement_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The draft is thrown away."))
        return address_of_agreement(outcome)

    return act(request, work=work, then=then)


@require_POST
@staff_only(*MAKERS)
def carry_draft_over(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Keep our draft as an answer to the words that came meanwhile."""

    def work() -> UUID:
        seen = request.POST.get("seen_digest", "")
        carrying.carry_draft_over(request.viewer, agreement_id=agreement_id, seen_digest=seen)
        return agreement_id

    return act(request, work=work, then=address_of_agreement)


@require_safe
@staff_only(*READERS)
def compare_versions(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """What differs between two versions, word by word."""
    talk = negotiation(request.viewer, agreement_id=agreement_id)
    old, new = _chosen(request, talk)
    diff = version_diff(request.viewer, agreement_id=agreement_id, old=old, new=new)
    rows = [ClauseRow(line, CLAUSE_WORDS[line.kind]) for line in diff.clauses]
    context = {
        "agreement_id": agreement_id,
        "diff": diff,
        "words": [line for line in diff.words if line.change is not Change.SAME],
        "rows": [row for row in rows if row.line.change is not Change.SAME],
        "same": sum(row.line.change is Change.SAME for row in rows),
        "versions": [(line, VERSION_WORDS[line.state]) for line in talk.versions],
    }
    return show(request, "partnerships/compare_versions.html", context)


@require_safe
@staff_only(*READERS)
def version_text(request: KithRequest, agreement_id: UUID, number: int) -> HttpResponseBase:
    """The full text as it was offered and signed, to read and to print."""
    page = texts.version_text(request.viewer, agreement_id=agreement_id, number=number)
    context = {"page": page, "state": VERSION_WORDS[page.state]}
    return show(request, "partnerships/version_text.html", context)


def address_of_version(agreement_id: UUID, number: int) -> str:
    """Where these words are read."""
    return reverse("agreement_version", kwargs={"agreement_id": agreement_id, "number": number})


def _chosen(request: KithRequest, talk: Negotiation) -> tuple[int, int]:
    """The two versions asked for; else the newest, and what it answers. Raises NotFound if none is seen."""
    if not talk.versions:
        raise NotFound
    newest = talk.versions[0]
    before = newest.based_on or talk.versions[-1].number
    return _number(request, "old", before), _number(request, "new", newest.number)


def _number(request: KithRequest, name: str, otherwise: int) -> int:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) <= MOST_DIGITS else otherwise
