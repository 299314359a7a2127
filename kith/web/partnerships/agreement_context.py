"""What an agreement's page shows, in words: parties, clauses beside what Kith does, negotiation."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.queries.agreement_page import AgreementPage
from kith.partnerships.queries.negotiation import Negotiation, VersionLine
from kith.partnerships.terms import KIND_WORDS, ROLE_WORDS, STANDING_WORDS, Standing, VersionState
from kith.partnerships.views_of import ClauseLine, PartyLine, PromiseLine
from kith.web.partnerships.clause_kinds import WHAT_KITH_DOES
from kith.web.partnerships.wording_forms import SignForm

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


VERSION_WORDS: dict[VersionState, str | LazyText] = {
    VersionState.DRAFT: gettext_lazy("Draft, seen by us only"),
    VersionState.OFFERED: gettext_lazy("On the table"),
    VersionState.SIGNED: gettext_lazy("Signed by all, these words count"),
    VersionState.REPLACED: gettext_lazy("Signed, replaced by newer words"),
    VersionState.DROPPED: gettext_lazy("Let go"),
}


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause beside what Kith does with it; a promise with its clock; how much was said about it."""

    line: ClauseLine
    words: str | LazyText
    what: str | LazyText
    promise: PromiseRow | None
    said: int


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version with its state in words, and the one it is compared with, if any."""

    line: VersionLine
    state: str | LazyText
    before: int | None


def context_of(page: AgreementPage, form: SignForm, talk: Negotiation) -> dict[str, object]:
    """All that the page of these words shows."""
    return {
        "page": page,
        "form": form,
        "talk": talk,
        "kind": KIND_WORDS[page.kind],
        "standing": STANDING_WORDS[page.standing],
        "look": LOOKS.get(page.standing, "plain"),
        "state": VERSION_WORDS[page.state],
        "parties": [PartyRow(line, ROLE_WORDS[line.role]) for line in page.parties],
        "clauses": _clause_rows(page, talk),
        "versions": _version_rows(talk),
        "offered": next((line for line in talk.versions if line.number == talk.offered), None),
        "said": sum(one.clause_key is None and one.settled_at is None for one in talk.comments),
        "is_draft": page.standing is Standing.DRAFT,
        "is_for_all": page.state in {VersionState.OFFERED, VersionState.SIGNED},
    }


def _clause_rows(page: AgreementPage, talk: Negotiation) -> list[ClauseRow]:
    said = Counter(one.clause_key for one in talk.comments if one.settled_at is None)
    promises = {line.clause_key: promise_row(line) for line in page.promises}
    return [
        ClauseRow(
            line, CLAUSE_WORDS[line.kind], WHAT_KITH_DOES[line.kind], promises.get(line.key), said[line.key]
        )
        for line in page.clauses
    ]


def _version_rows(talk: Negotiation) -> list[VersionRow]:
    seen = {line.number for line in talk.versions}
    return [
        VersionRow(line, VERSION_WORDS[line.state], line.based_on if line.based_on in seen else None)
        for line in talk.versions
    ]


def promise_row(line: PromiseLine) -> PromiseRow:
    """A promise with the names of its weekdays, and the due day where the partner is."""
    due = line.due_if_asked_now
    return PromiseRow(
        line=line,
        weekdays=_(", ").join(str(WEEKDAYS[day]) for day in line.weekdays),
        due_on=due.astimezone(ZoneInfo(line.timezone)).date() if due else None,
    )
