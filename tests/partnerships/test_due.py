"""When an agreement is looked at again and when it ends, and which reminders that gives."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.partnerships.clauses.meeting import ReviewCycle
from kith.partnerships.due import Dates, DueKind, Held, coming_due, next_review

START, REVIEW, END = date(2026, 1, 31), date(2026, 10, 1), date(2026, 12, 31)
CYCLE = ReviewCycle(every_months=1, remind_days=(20, 5))


def dates(
    *,
    review_on: date | None = None,
    ends_on: date | None = None,
    cycle: ReviewCycle | None = None,
    held: Held | None = None,
) -> Dates:
    return Dates(starts_on=START, review_on=review_on, ends_on=ends_on, cycle=cycle, held=held)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (dates(), None),
        (dates(review_on=REVIEW), REVIEW),
        (dates(cycle=CYCLE), date(2026, 2, 28)),
        (dates(review_on=REVIEW, cycle=CYCLE), REVIEW),
        (dates(review_on=REVIEW, held=Held(date(2026, 9, 20), None)), None),
        (dates(review_on=REVIEW, held=Held(date(2026, 9, 20), date(2026, 11, 1))), date(2026, 11, 1)),
        (dates(review_on=REVIEW, cycle=CYCLE, held=Held(date(2026, 9, 30), None)), date(2026, 10, 30)),
        (dates(cycle=ReviewCycle(every_months=11)), date(2026, 12, 31)),
        (dates(cycle=ReviewCycle(every_months=25)), date(2028, 2, 29)),
    ],
)
def test_the_parties_look_again_as_they_said_last(found: Dates, expected: date | None) -> None:
    assert next_review(found) == expected


@pytest.mark.parametrize(
    ("days", "threshold"),
    [(61, None), (60, 60), (15, 60), (14, 14), (0, 14), (-3, 14)],
)
def test_a_review_is_said_at_60_and_14_days(days: int, threshold: int | None) -> None:
    near = coming_due(dates(review_on=REVIEW), today=REVIEW - timedelta(days=days))

    assert [(one.kind, one.days, one.threshold) for one in near] == (
        [] if threshold is None else [(DueKind.REVIEW, days, threshold)]
    )


@pytest.mark.parametrize(("days", "threshold"), [(91, None), (90, 90), (30, 30), (8, 30), (7, 7), (-1, 7)])
def test_a_last_day_is_said_at_90_30_and_7_days(days: int, threshold: int | None) -> None:
    near = coming_due(dates(ends_on=END), today=END - timedelta(days=days))

    assert [one.threshold for one in near] == ([] if threshold is None else [threshold])


def test_the_cycle_says_its_own_days_and_the_nearest_day_comes_first() -> None:
    found = dates(review_on=REVIEW, ends_on=REVIEW + timedelta(days=3), cycle=CYCLE)

    near = coming_due(found, today=REVIEW - timedelta(days=20))

    assert [(one.kind, one.threshold) for one in near] == [(DueKind.REVIEW, 20), (DueKind.END, 30)]


def test_what_ends_before_it_would_be_looked_at_is_not_looked_at() -> None:
    found = dates(review_on=REVIEW, ends_on=REVIEW - timedelta(days=1))

    assert [one.kind for one in coming_due(found, today=REVIEW)] == [DueKind.END]


@given(ahead=st.integers(-400, 400), remind=st.frozensets(st.integers(1, 365), min_size=1, max_size=5))
def test_a_reminder_is_the_smallest_that_is_reached(ahead: int, remind: frozenset[int]) -> None:
    cycle = ReviewCycle(every_months=12, remind_days=tuple(sorted(remind, reverse=True)))
    near = coming_due(dates(review_on=REVIEW, cycle=cycle), today=REVIEW - timedelta(days=ahead))

    reached = [days for days in remind if ahead <= days]
    assert [one.threshold for one in near] == ([min(reached)] if reached else [])
