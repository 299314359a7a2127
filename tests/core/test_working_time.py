"""Working time against a naive walk over minutes and days, over clock changes too."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.core.working_time import (
    Hours,
    Pause,
    WorkingWeek,
    due_at,
    due_in_open_hours,
    is_open,
    next_open_at,
    week_of,
    working_days_between,
    works_on,
)
from tests.environment import scaled

ZONES = ["UTC", "Europe/London", "America/Toronto", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"]
NEW_YEAR = datetime(2025, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 76_000_000).map(lambda seconds: NEW_YEAR + timedelta(seconds=seconds))
DATES = st.dates(date(2025, 1, 1), date(2027, 6, 1))
LONDON_DAYS = dict.fromkeys(range(5), ("09:00", "17:00"))


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    opens = draw(st.integers(0, 23))
    closes = draw(st.integers(opens + 1, 24))
    return Hours(time(opens), time(23, 59) if closes == 24 else time(closes))


@st.composite
def pauses(draw: st.DrawFn) -> Pause:
    first = draw(DATES)
    return Pause(first, first + timedelta(days=draw(st.integers(0, 20))))


WEEKS = st.builds(
    WorkingWeek,
    timezone=st.sampled_from(ZONES),
    days=st.dictionaries(st.integers(0, 6), hours(), min_size=1),
    closed=st.frozensets(DATES, max_size=10),
    pauses=st.lists(pauses(), max_size=3).map(tuple),
)


def counts(week: WorkingWeek, day: date) -> bool:
    """The oracle: said in another way."""
    paused = any((day - pause.first_on).days >= 0 >= (day - pause.last_on).days for pause in week.pauses)
    return week.days.get(day.weekday()) is not None and day not in week.closed and not paused


@settings(deadline=None, max_examples=scaled(5000, least=100))
@given(WEEKS, MOMENTS, st.integers(1, 12))
def test_a_promise_ends_as_the_last_of_its_days_closes(week: WorkingWeek, start: datetime, days: int) -> None:
    day, left = start.astimezone(ZoneInfo(week.timezone)).date(), days
    while left:
        day += timedelta(days=1)
        left -= counts(week, day)

    due = due_at(week, start=start, days=days)

    assert due is not None
    local = due.astimezone(ZoneInfo(week.timezone))
    assert local.date() == day
    assert due == datetime.combine(day, week.days[day.weekday()].closes, ZoneInfo(week.timezone)).astimezone(
        UTC
    )


@settings(deadline=None, max_examples=scaled(5000, least=100))
@given(WEEKS, MOMENTS, st.integers(1, 6))
def test_open_hours_are_counted_minute_by_minute(week: WorkingWeek, start: datetime, hours: int) -> None:
    """The oracle looks at the wall clock of each minute, over days that are skipped and hours told twice."""
    start = start.replace(second=0)
    zone = ZoneInfo(week.timezone)
    minute, left = start, hours * 60
    while left:
        wall = minute.astimezone(zone)
        if not counts(week, wall.date()):
            midnight = datetime.combine(wall.date() + timedelta(days=1), time(), zone).astimezone(UTC)
            minute = max(midnight, minute + timedelta(minutes=1))
            continue
        stated = week.days[wall.weekday()]
        left -= _is_between(minute, wall.date(), stated, zone)
        minute += timedelta(minutes=1)

    assert due_in_open_hours(week, start=start, hours=hours) == minute


def _is_between(minute: datetime, day: date, stated: Hours, zone: ZoneInfo) -> bool:
    """Moments are compared, not wall clocks: when the clocks go back, one wall time is two moments."""
    opens, closes = (datetime.combine(day, at, zone).timestamp() for at in (stated.opens, stated.closes))
    return opens <= minute.timestamp() < closes


@settings(deadline=None, max_examples=scaled(5000, least=100))
@given(WEEKS, MOMENTS, st.timedeltas(timedelta(), timedelta(days=90)))
def test_working_days_between_two_moments_are_counted_one_by_one(
    week: WorkingWeek, start: datetime, span: timedelta
) -> None:
    zone = ZoneInfo(week.timezone)
    day, last = start.astimezone(zone).date(), (start + span).astimezone(zone).date()
    expected = 0
    while day < last:
        day += timedelta(days=1)
        expected += counts(week, day)

    assert working_days_between(week, start=start, end=start + span) == expected


@settings(deadline=None, max_examples=scaled(5000, least=100))
@given(WEEKS, MOMENTS)
def test_the_next_opening_is_the_first_open_moment(week: WorkingWeek, moment: datetime) -> None:
    found = next_open_at(week, moment)

    assert found is not None
    assert found >= moment
    if is_open(week, moment):
        assert found == moment
        return
    local = found.astimezone(ZoneInfo(week.timezone))
    opens = datetime.combine(local.date(), week.days[local.weekday()].opens, ZoneInfo(week.timezone))
    assert found == opens.astimezone(UTC)
    step = moment
    while step < found - timedelta(hours=1):
        assert not is_open(week, step)
        step += max(timedelta(minutes=59), (found - moment) / 40)


@settings(deadline=None, max_examples=scaled(5000, least=100))
@given(WEEKS, DATES)
def test_a_day_works_if_its_weekday_does_and_nothing_closes_it(week: WorkingWeek, day: date) -> None:
    assert works_on(week, day) == counts(week, day)


@pytest.mark.parametrize(
    "day, hour_in_utc",
    [(date(2026, 3, 27), 17), (date(2026, 3, 30), 16), (date(2026, 10, 23), 16), (date(2026, 10, 26), 17)],
)
def test_closing_time_follows_the_wall_clock_when_the_clocks_change(day: date, hour_in_utc: int) -> None:
    week = week_of("Europe/London", LONDON_DAYS, [])
    before = datetime.combine(day - timedelta(days=1), time(12), UTC)

    due = due_at(week, start=before, days=1)

    assert due == datetime.combine(day, time(hour_in_utc), UTC)


def test_an_hour_that_the_clock_change_skips_still_gives_a_moment() -> None:
    week = WorkingWeek("Europe/London", {6: Hours(time(1, 15), time(1, 45))})

    assert due_at(week, start=datetime(2026, 3, 28, 12, tzinfo=UTC), days=1) == datetime(
        2026, 3, 29, 1, 45, tzinfo=UTC
    )


def test_opening_counts_as_open_and_closing_as_closed() -> None:
    week = week_of("UTC", {0: ("09:00", "17:00")}, [])
    monday = datetime(2026, 3, 2, tzinfo=UTC)

    assert is_open(week, monday.replace(hour=9))
    assert not is_open(week, monday.replace(hour=17))
    assert not is_open(week, monday.replace(hour=8, minute=59))
    assert not is_open(week, monday.replace(day=3, hour=12))


def test_the_day_of_asking_does_not_count() -> None:
    week = week_of("UTC", {0: ("09:00", "17:00"), 1: ("09:00", "12:00")}, [])

    assert due_at(week, start=datetime(2026, 3, 2, 8, tzinfo=UTC), days=1) == datetime(
        2026, 3, 3, 12, tzinfo=UTC
    )


def test_an_unknown_week_has_no_clock() -> None:
    unknown = WorkingWeek("UTC", {})

    assert not unknown.is_known
    assert due_at(unknown, start=datetime(2026, 3, 2, tzinfo=UTC), days=1) is None
    assert next_open_at(unknown, datetime(2026, 3, 2, tzinfo=UTC)) is None
    assert (
        working_days_between(
            unknown, start=datetime(2026, 3, 2, tzinfo=UTC), end=datetime(2026, 4, 2, tzinfo=UTC)
        )
        == 0
    )


def test_a_week_that_is_paused_for_years_has_no_clock() -> None:
    paused = week_of("UTC", {0: ("09:00", "17:00")}, [], [Pause(date(2026, 1, 1), date(2030, 1, 1))])

    assert paused.is_known
    assert due_at(paused, start=datetime(2026, 3, 2, tzinfo=UTC), days=1) is None


@pytest.mark.parametrize("days", [0, -1])
def test_a_promise_of_no_day_is_refused(days: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        due_at(week_of("UTC", LONDON_DAYS, []), start=datetime(2026, 3, 2, tzinfo=UTC), days=days)


def test_open_hours_go_on_the_next_day_and_pass_holidays_and_pauses() -> None:
    holiday, pause = date(2026, 12, 25), Pause(date(2026, 12, 28), date(2027, 1, 1))
    week = week_of("Europe/London", LONDON_DAYS, [holiday], [pause])
    christmas_eve = datetime(2026, 12, 24, 15, 30, tzinfo=UTC)

    due = due_in_open_hours(week, start=christmas_eve, hours=4)

    assert due == datetime(2027, 1, 4, 11, 30, tzinfo=UTC)


def test_the_night_that_is_an_hour_longer_is_an_hour_more_of_open_time() -> None:
    week = week_of("Europe/London", {5: ("22:00", "23:59"), 6: ("00:00", "06:00")}, [])

    due = due_in_open_hours(week, start=datetime(2026, 10, 24, 23, 0, tzinfo=UTC), hours=3)

    assert due == datetime(2026, 10, 25, 2, 0, tzinfo=UTC)


def test_without_open_hours_there_is_no_clock() -> None:
    paused = week_of("UTC", {0: ("09:00", "17:00")}, [], [Pause(date(2026, 1, 1), date(2030, 1, 1))])

    for week in (WorkingWeek("UTC", {}), paused):
        assert due_in_open_hours(week, start=datetime(2026, 3, 2, tzinfo=UTC), hours=1) is None


def test_a_promise_of_no_hour_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one hour"):
        due_in_open_hours(week_of("UTC", LONDON_DAYS, []), start=NEW_YEAR, hours=0)


@pytest.mark.parametrize("opens, closes", [(time(9), time(9)), (time(10), time(9))])
def test_hours_close_after_they_open(opens: time, closes: time) -> None:
    with pytest.raises(ValueError, match="close after"):
        Hours(opens, closes)
