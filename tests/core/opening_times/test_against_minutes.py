"""Opening hours against an oracle that walks minute by minute, over midnight, clock changes and closed days."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core.opening_times import (
    DAY_CODES,
    OpeningTimes,
    Span,
    Written,
    certain_rule,
    closes_at,
    is_open,
    opens_next,
    spans_between,
)
from tests.core.opening_times.oracle import MINUTE, Opening, days_of, minutes_open, openings
from tests.environment import scaled

DAY = timedelta(days=1)
WATCHED_MINUTES = 2 * 24 * 60
CHANGES = {
    "Europe/London": [date(2025, 3, 30), date(2025, 10, 26), date(2026, 3, 29), date(2026, 10, 25)],
    "America/New_York": [date(2025, 3, 9), date(2025, 11, 2), date(2026, 3, 8), date(2026, 11, 1)],
    "Australia/Lord_Howe": [date(2025, 4, 6), date(2025, 10, 5), date(2026, 4, 5), date(2026, 10, 4)],
    "Africa/Casablanca": [date(2025, 2, 23), date(2025, 4, 6), date(2026, 2, 15), date(2026, 3, 22)],
    "Asia/Kathmandu": [date(2025, 12, 31), date(2024, 2, 29)],
    "Pacific/Apia": [date(2011, 12, 30), date(2021, 4, 4), date(2020, 9, 27)],
}
AWKWARD = ["00:00", "00:01", "00:30", "01:00", "01:30", "01:59", "02:00", "02:15", "02:30", "03:00", "06:00"]
USUAL = ["09:00", "12:00", "17:00", "20:00", "22:00", "23:30", "23:59"]
CLOCKS = st.sampled_from(AWKWARD + USUAL) | st.times().map(lambda at: at.strftime("%H:%M"))
CODES = st.sampled_from(DAY_CODES)
NTH_DAYS = st.builds(str.__add__, st.sampled_from(["", "1", "2", "3", "4", "5", "-1", "-2", "-5"]), CODES)
MONTHDAYS = st.sampled_from([*range(1, 32), *range(-31, 0)]).map(str)


def listed(values: st.SearchStrategy[str], *, least: int) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=least, max_size=5, unique=True).map(",".join)


@st.composite
def schedules(draw: st.DrawFn, around: date) -> Written:
    """A schedule that says all it needs to say, with days near `around`."""
    nearby = st.integers(-8, 8).map(lambda days: around + days * DAY)
    before = st.integers(-400, 2).map(lambda days: around + days * DAY)
    is_weekly = draw(st.booleans())
    start = draw(st.none() | before)
    least = 1 if start is None else 0
    opens, closes = draw(CLOCKS), draw(CLOCKS)
    written = Written(
        opens_at=opens,
        closes_at=closes if closes != opens else "04:44",
        freq="WEEKLY" if is_weekly else "MONTHLY",
        interval=draw(st.sampled_from([None, 1, 1, 2, 3])) if start else draw(st.sampled_from([None, 1])),
        wkst=draw(st.sampled_from(["", *DAY_CODES])),
        byday=draw(listed(CODES, least=least) if is_weekly else listed(NTH_DAYS, least=least)),
        bymonthday="" if is_weekly else draw(st.just("") | listed(MONTHDAYS, least=0)),
        dtstart=start,
        until=draw(st.none() | nearby),
        valid_from=draw(st.none() | nearby),
        valid_to=draw(st.none() | nearby),
    )
    return draw(counted(written, around)) if start else written


@st.composite
def counted(draw: st.DrawFn, written: Written, around: date) -> Written:
    """Some of those that begin on one of their days end after so many times."""
    count = draw(st.none() | st.integers(1, 60))
    bare = replace(written, until=None, valid_from=None, valid_to=None)
    if count is None or written.dtstart not in days_of(bare, around, around + 10 * DAY):
        return written
    return replace(written, until=None, count=count)


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Written], frozenset[date], datetime]:
    zone = draw(st.sampled_from(sorted(CHANGES)))
    around = draw(st.sampled_from(CHANGES[zone])) + draw(st.integers(-2, 2)) * DAY
    written = draw(st.lists(schedules(around), min_size=1, max_size=4))
    closed = draw(st.frozensets(st.integers(-2, 2).map(lambda days: around + days * DAY), max_size=2))
    minute = draw(st.integers(0, 24 * 60 - 1))
    local = datetime.combine(around, time(minute // 60, minute % 60), ZoneInfo(zone))
    return zone, written, closed, local.astimezone(UTC) - draw(st.integers(0, 1)) * DAY


@pytest.mark.heavy
@settings(max_examples=scaled(10_000, least=300), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.integers(0, WATCHED_MINUTES - 1))
def test_every_minute_is_as_the_oracle_sees_it(
    case: tuple[str, list[Written], frozenset[date], datetime], at: int
) -> None:
    zone, schedules_written, closed, start = case
    naive = walked(schedules_written, zone, closed, start)
    rules = [rule for rule in map(certain_rule, schedules_written) if rule is not None]
    assert len(rules) == len(schedules_written)
    times = OpeningTimes(zone, tuple(rules), closed)
    moment, end = start + at * MINUTE, start + WATCHED_MINUTES * MINUTE

    spans = spans_between(times, start=start, end=end)

    assert spans == runs(naive, start)
    assert is_open(times, moment) == naive[at]
    assert seen(closes_at(times, moment), end) == (next_change(naive, at, start) if naive[at] else None)
    assert seen(opens_next(times, moment), end) == next_opening(naive, at, start)
    for edge in [change for change in range(1, WATCHED_MINUTES) if naive[change] != naive[change - 1]]:
        assert is_open(times, start + edge * MINUTE) == naive[edge]
        assert is_open(times, start + (edge - 1) * MINUTE) == naive[edge - 1]


def walked(written: list[Written], zone: str, closed: frozenset[date], start: datetime) -> list[bool]:
    first, last = start.date() - 45 * DAY, start.date() + 5 * DAY
    all_openings: list[Opening] = [one for each in written for one in openings(each, first, last, closed)]
    near = [one for one in all_openings if one[1].date() >= start.date() - 2 * DAY]
    return minutes_open(near, zone, start, WATCHED_MINUTES)


def runs(minutes: list[bool], start: datetime) -> list[Span]:
    edges = [at for at in range(len(minutes) + 1) if at_or_shut(minutes, at) != at_or_shut(minutes, at - 1)]
    moments = [start + at * MINUTE for at in edges]
    return [Span(opens, closes) for opens, closes in zip(moments[::2], moments[1::2], strict=True)]


def at_or_shut(minutes: list[bool], at: int) -> bool:
    return 0 <= at < len(minutes) and minutes[at]


def next_change(minutes: list[bool], at: int, start: datetime) -> datetime | None:
    later = (then for then in range(at, len(minutes)) if minutes[then] != minutes[at])
    return next((start + then * MINUTE for then in later), None)


def next_opening(minutes: list[bool], at: int, start: datetime) -> datetime | None:
    later = (then for then in range(at + 1, len(minutes)) if minutes[then] and not minutes[then - 1])
    return next((start + then * MINUTE for then in later), None)


def seen(moment: datetime | None, end: datetime) -> datetime | None:
    """A moment that lies in the watched time; the oracle saw nothing after it."""
    return moment if moment is not None and moment < end else None
