"""What became of a promise, from its times alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.core.working_time import Pause, week_of
from kith.partnerships.promise_told import answered_days, days_it_ran, result_of, was_paused
from kith.partnerships.terms import PromiseResult

ASKED = datetime(2027, 3, 1, 10, tzinfo=UTC)
DUE, BEFORE, AFTER = ASKED + timedelta(days=2), ASKED + timedelta(days=1), ASKED + timedelta(days=3)
MONDAYS = {0: ("09:00", "17:00")}
R = PromiseResult


@pytest.mark.parametrize(
    ("due_at", "answered_at", "closed_at", "result"),
    [
        (DUE, None, None, R.WAITING),
        (None, None, None, R.WAITING),
        (DUE, BEFORE, None, R.IN_TIME),
        (DUE, DUE, DUE, R.IN_TIME),
        (DUE, AFTER, None, R.PAST),
        (DUE, BEFORE, AFTER, R.IN_TIME),
        (DUE, None, BEFORE, R.CALLED_OFF),
        (DUE, None, DUE, R.CALLED_OFF),
        (DUE, None, AFTER, R.PAST),
        (None, AFTER, None, R.NO_CLOCK),
        (None, AFTER, AFTER, R.NO_CLOCK),
        (None, None, AFTER, R.CALLED_OFF),
    ],
)
def test_what_became_of_it(
    due_at: datetime | None, answered_at: datetime | None, closed_at: datetime | None, result: R
) -> None:
    assert result_of(due_at=due_at, answered_at=answered_at, closed_at=closed_at) is result


@given(
    answered=st.none() | st.integers(0, 500),
    closed=st.none() | st.integers(0, 500),
    hours=st.integers(0, 500),
)
def test_without_a_clock_nothing_is_ever_past(answered: int | None, closed: int | None, hours: int) -> None:
    moments = [None if n is None else ASKED + timedelta(hours=n + hours) for n in (answered, closed)]

    assert result_of(due_at=None, answered_at=moments[0], closed_at=moments[1]) is not R.PAST


def test_days_are_those_of_the_one_who_promised() -> None:
    week = week_of("Pacific/Auckland", MONDAYS, [])

    first, last = days_it_ran(week, asked_at=ASKED + timedelta(hours=4), until=None)

    assert first == last == date(2027, 3, 2)


def test_an_answer_takes_their_own_working_days() -> None:
    week = week_of("UTC", MONDAYS, [])

    taken = answered_days(week, asked_at=ASKED, answered_at=ASKED + timedelta(days=15))

    assert taken == 2


def test_days_that_are_not_known_are_not_counted() -> None:
    assert answered_days(week_of("UTC", {}, []), asked_at=ASKED, answered_at=AFTER) is None
    assert answered_days(week_of("UTC", MONDAYS, []), asked_at=ASKED, answered_at=None) is None


def test_a_pause_that_touches_one_day_counts_as_one() -> None:
    week = week_of("UTC", MONDAYS, [], [Pause(date(2027, 3, 4), date(2027, 3, 5))])

    assert was_paused(week, date(2027, 3, 1), date(2027, 3, 4))
    assert not was_paused(week, date(2027, 3, 1), date(2027, 3, 3))
    assert not was_paused(week, date(2027, 3, 6), date(2027, 3, 9))
