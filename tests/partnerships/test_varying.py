"""What of a clause may be changed for a while, by whom, and by how much at once."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.consent.terms import ASK_KINDS
from kith.partnerships.clause_terms import ClauseKind, Currency, Gift, Measure, Period
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.giving import Contribution, Payment, TrainingPledge
from kith.partnerships.clauses.meeting import MeetingCadence, ReviewCycle
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.sharing import DataScope, ReportingScope
from kith.partnerships.clauses.stated import Body, StatedClause, Tolerance
from kith.partnerships.errors import BadClause
from kith.partnerships.life_errors import CannotVary, NothingChanges
from kith.partnerships.varying import fields_to_vary, is_tolerated, varied_terms

US, THEM, OTHERS = uuid4(), uuid4(), uuid4()
DUE = (date(2026, 12, 1), date(2027, 3, 1))
PAID = Payment(amount_minor=100_00, currency=Currency.GBP, due_on=DUE, deliverable="Ten sessions")
FLEXIBLE = Payment(
    amount_minor=100_00, currency=Currency.GBP, due_on=DUE, deliverable="Ten sessions", is_flexible=True
)

# Every kind: what who owes it may change for a while, and what who gets it may.
LAW: list[tuple[Body, tuple[str, ...], tuple[str, ...]]] = [
    (ResponsePromise(days=2), ("days", "urgent_hours"), ()),
    (FollowUpPromise(days=2), ("days", "weeks"), ()),
    (CapacityPledge(places=3, per=Period.WEEK), ("places",), ()),
    (DataScope(kinds=ASK_KINDS), (), ()),
    (ReferralRoute(), (), ()),
    (Contribution(gift=Gift.HOURS, amount=4, per=Period.WEEK, what=""), ("amount",), ()),
    (MeetingCadence(every_weeks=4, minutes=60), (), ()),
    (TrainingPledge(topic="Asking well", hours=3), ("hours", "by_on"), ()),
    (PAID, ("due_on",), ()),
    (FLEXIBLE, ("due_on",), ("deliverable",)),
    (ReportingScope(measures=frozenset({Measure.ASKED}), every_months=3), (), ()),
    (ReviewCycle(every_months=12), (), ()),
]


def clause(body: Body, tolerance: Tolerance | None = None) -> StatedClause:
    return StatedClause(
        key=uuid4(), organization_id=US, to_organization_id=THEM, body=body, tolerance=tolerance
    )


def test_the_law_names_every_kind() -> None:
    assert {body.kind for body, _, _ in LAW} == set(ClauseKind)


@pytest.mark.parametrize(("body", "ours", "theirs"), LAW)
def test_who_may_change_what_for_a_while(body: Body, ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    sides: list[UUID | None] = [US, THEM, OTHERS, None]

    assert [fields_to_vary(clause(body), side) for side in sides] == [ours, theirs, (), ()]


def test_varied_terms_are_a_whole_body_without_the_tolerance() -> None:
    own = clause(ResponsePromise(days=2), Tolerance(days=14, by=3))

    assert varied_terms(own, {"days": 5}, ("days", "urgent_hours")) == {"days": 5, "urgent_hours": None}


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"days": 2}, NothingChanges),
        ({}, NothingChanges),
        ({"days": 0}, BadClause),
        ({"days": "soon"}, BadClause),
        ({"kinds": []}, CannotVary),
    ],
)
def test_terms_that_cannot_stand_are_not_kept(changes: Mapping[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        varied_terms(clause(ResponsePromise(days=2)), changes, ("days", "urgent_hours"))


def test_a_clause_that_may_not_vary_says_so() -> None:
    with pytest.raises(CannotVary):
        varied_terms(clause(ReferralRoute()), {"then": []}, ())


@given(
    was=st.integers(1, 60),
    now=st.integers(1, 60),
    by=st.integers(0, 60),
    most=st.integers(1, 60),
    days=st.integers(1, 90),
)
def test_a_change_is_agreed_before_exactly_when_small_and_short(
    was: int, now: int, by: int, most: int, days: int
) -> None:
    own = clause(ResponsePromise(days=was), Tolerance(days=most, by=by))

    found = is_tolerated(own, {"days": now, "urgent_hours": None}, days=days)

    assert found is (abs(now - was) <= by and days <= most)


@pytest.mark.parametrize(
    ("terms", "tolerated"),
    [
        ({**clause(FLEXIBLE).terms, "due_on": ["2026-12-04", "2027-03-01"]}, True),
        ({**clause(FLEXIBLE).terms, "due_on": ["2026-12-05", "2027-03-01"]}, False),
        ({**clause(FLEXIBLE).terms, "due_on": ["2026-12-01"]}, False),
        ({**clause(FLEXIBLE).terms, "deliverable": "Eight sessions and a feast"}, False),
    ],
)
def test_days_move_within_the_tolerance_and_other_words_are_always_asked(
    terms: Mapping[str, object], tolerated: bool
) -> None:
    assert is_tolerated(clause(FLEXIBLE, Tolerance(days=30, by=3)), terms, days=1) is tolerated


def test_what_was_never_said_before_is_always_asked() -> None:
    own = clause(ResponsePromise(days=2), Tolerance(days=30, by=50))

    assert not is_tolerated(own, {"days": 2, "urgent_hours": 4}, days=1)


def test_without_a_tolerance_every_change_is_asked() -> None:
    assert not is_tolerated(clause(ResponsePromise(days=2)), {"days": 3, "urgent_hours": None}, days=1)
