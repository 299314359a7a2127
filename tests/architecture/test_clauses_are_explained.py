"""docs/reference/clauses.md names every kind of clause and each of its terms, and makes none up."""

import re
from dataclasses import fields

import pytest

from kith.partnerships.clause_terms import CLAUSE_WORDS, ClauseKind
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.giving import Contribution, Payment, TrainingPledge
from kith.partnerships.clauses.meeting import MeetingCadence, ReviewCycle
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.sharing import DataScope, ReportingScope
from tests.architecture.reference_pages import FOLDER

BODIES = {
    body.kind: body
    for body in (
        ResponsePromise,
        FollowUpPromise,
        CapacityPledge,
        DataScope,
        ReferralRoute,
        Contribution,
        MeetingCadence,
        TrainingPledge,
        Payment,
        ReportingScope,
        ReviewCycle,
    )
}
SECTION = re.compile(r"^## `(\w+)`: (.+)$", re.MULTILINE)
TERM = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


def page() -> str:
    return (FOLDER / "clauses.md").read_text("utf-8")


def terms_on_page(kind: ClauseKind) -> list[str]:
    _, _, after = page().partition(f"## `{kind.value}`")
    return TERM.findall(after.partition("\n## ")[0])


def test_every_kind_has_a_section_under_its_own_words() -> None:
    assert SECTION.findall(page()) == [(kind.value, str(CLAUSE_WORDS[kind])) for kind in ClauseKind]


@pytest.mark.parametrize("kind", ClauseKind)
def test_every_term_of_a_kind_is_explained_and_none_is_made_up(kind: ClauseKind) -> None:
    assert terms_on_page(kind) == [field.name for field in fields(BODIES[kind])]
