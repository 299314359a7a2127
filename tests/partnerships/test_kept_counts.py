"""Counting what became of promises."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.kept_counts import Became, days_that_count, kept_lines
from kith.partnerships.terms import PromiseResult

NOW = datetime(2027, 3, 1, 10, tzinfo=UTC)
BECAME = st.builds(
    Became,
    kind=st.sampled_from([ClauseKind.RESPONSE_PROMISE, ClauseKind.FOLLOW_UP_PROMISE]),
    result=st.sampled_from(PromiseResult),
    due_at=st.none() | st.integers(-99, 99).map(lambda hours: NOW + timedelta(hours=hours)),
    answered_days=st.none() | st.integers(0, 40),
    is_varied=st.booleans(),
)


@given(rows=st.lists(BECAME, max_size=40), turns=st.randoms())
def test_each_is_counted_once_in_whatever_order(rows: list[Became], turns: random.Random) -> None:
    lines = kept_lines(rows, now=NOW)
    turned = [*rows]
    turns.shuffle(turned)

    assert kept_lines(turned, now=NOW) == lines
    assert sum(line.asked for line in lines) == len(rows)
    for line in lines:
        assert line.asked == line.in_time + line.past + line.no_clock + line.waiting + line.called_off


def test_what_waits_after_its_promised_time_is_past_it() -> None:
    waits = _one(PromiseResult.WAITING, due_at=NOW - timedelta(minutes=1))

    (line,) = kept_lines([waits], now=NOW)

    assert (line.past, line.waiting) == (1, 0)


def test_what_has_no_clock_only_waits() -> None:
    (line,) = kept_lines([_one(PromiseResult.WAITING, due_at=None)], now=NOW)

    assert (line.past, line.waiting) == (0, 1)


def test_agreed_other_times_say_nothing_of_what_to_expect() -> None:
    rows = [_one(days=1), _one(days=3), _one(days=40, is_varied=True), _one(days=None)]

    (line,) = kept_lines(rows, now=NOW)

    assert days_that_count(rows) == [1, 3]
    assert (line.counted, line.usual_days, line.varied) == (2, 2.0, 1)


def _one(
    result: PromiseResult = PromiseResult.IN_TIME,
    *,
    due_at: datetime | None = None,
    days: int | None = None,
    is_varied: bool = False,
) -> Became:
    return Became(
        kind=ClauseKind.RESPONSE_PROMISE,
        result=result,
        due_at=due_at,
        answered_days=days,
        is_varied=is_varied,
    )
