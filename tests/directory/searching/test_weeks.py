from datetime import date, timedelta

import pytest

from kith.core.opening_times import OpeningTimes, hours_on
from kith.directory.models import Schedule
from kith.directory.reading.hours import days_of, read_hours
from kith.directory.searching.weeks import known_week
from kith.matching.documents import MINUTES_A_DAY, Week

TODAY = date(2026, 11, 20)
FRIDAY = 4 * MINUTES_A_DAY
SUNDAY = 6 * MINUTES_A_DAY


def weekly(byday: str, opens_at: str, closes_at: str, **more: object) -> Schedule:
    return Schedule(freq="WEEKLY", byday=byday, opens_at=opens_at, closes_at=closes_at, **more)


def week_of(*rows: Schedule) -> Week:
    known = known_week(rows, zone="UTC", today=TODAY)
    assert known is not None
    return known.week


def test_weekly_rules_are_exact_minutes_from_monday() -> None:
    week = week_of(weekly("FR", "10:00", "14:00"), weekly("FR", "13:00", "15:30"))

    assert week == Week("UTC", ((FRIDAY + 600, FRIDAY + 930),))


def test_a_night_of_sunday_ends_after_the_week() -> None:
    week = week_of(weekly("SU", "20:00", "08:00"))

    assert week.ranges == ((SUNDAY + 1200, SUNDAY + MINUTES_A_DAY + 480),)


@pytest.mark.parametrize(
    "more",
    [
        {"valid_to": TODAY + timedelta(days=30)},
        {"valid_from": TODAY + timedelta(days=30)},
        {"interval": 2, "dtstart": date(2026, 11, 6)},
    ],
)
def test_what_one_week_cannot_say_is_not_exact_and_holds_all_it_may_be(more: dict[str, object]) -> None:
    week = week_of(weekly("FR", "10:00", "14:00", **more))

    assert week == Week("UTC", ((FRIDAY + 600, FRIDAY + 840),), is_exact=False)


def test_a_day_of_the_month_may_be_any_day_of_the_week() -> None:
    week = week_of(Schedule(freq="MONTHLY", bymonthday="15", opens_at="10:00", closes_at="12:00"))

    assert len(week.ranges) == 7
    assert not week.is_exact


def test_a_rule_that_is_over_says_nothing() -> None:
    over = weekly("FR", "10:00", "14:00", valid_to=TODAY - timedelta(days=9))

    assert known_week([over], zone="UTC", today=TODAY) is None
    assert week_of(over, weekly("SU", "10:00", "12:00")) == week_of(weekly("SU", "10:00", "12:00"))


def test_words_beside_the_rules_may_be_an_exception_so_nothing_is_sure() -> None:
    rows = [weekly("FR", "10:00", "14:00"), Schedule(description="Not in the holidays")]

    assert known_week(rows, zone="UTC", today=TODAY) is None


def test_closed_days_are_named_a_year_ahead() -> None:
    known = known_week(
        [weekly("FR", "10:00", "14:00"), Schedule(description="Closed 12-25")], zone="UTC", today=TODAY
    )

    assert known is not None
    assert known.week.closed_on == (date(2026, 12, 25), date(2027, 12, 25))
    assert known.week.is_exact
    assert known.until == TODAY + timedelta(days=300)


def test_it_is_worked_out_anew_when_a_season_ends() -> None:
    until = TODAY + timedelta(days=30)
    known = known_week([weekly("FR", "10:00", "14:00", valid_to=until)], zone="UTC", today=TODAY)

    assert known is not None
    assert known.until == until + timedelta(days=3)
    assert known_week([weekly("FR", "10:00", "14:00", valid_to=until)], zone="UTC", today=known.until) is None


ROWS = [
    [weekly("MO,WE", "09:00", "12:00"), weekly("WE", "11:00", "17:00"), Schedule(description="Closed 12-25")],
    [weekly("TU", "18:00", "02:00"), weekly("SA", "22:00", "06:00")],
    [weekly("TH", "09:00", "12:00", interval=2, dtstart=date(2026, 11, 5))],
    [Schedule(freq="MONTHLY", byday="1MO,-1FR", opens_at="08:00", closes_at="09:00")],
    [Schedule(freq="MONTHLY", bymonthday="-1", opens_at="08:00", closes_at="09:00")],
]


@pytest.mark.parametrize("rows", ROWS)
def test_every_certain_minute_of_a_year_lies_in_the_week_and_of_an_exact_one_no_other(
    rows: list[Schedule],
) -> None:
    known = known_week(rows, zone="UTC", today=TODAY)
    assert known is not None

    for step in range(365):
        day = TODAY + timedelta(days=step)
        certain = certain_minutes(rows, day)
        said = minutes_beginning_on(known.week, day)
        assert certain <= said
        assert certain == said or not known.week.is_exact


def certain_minutes(rows: list[Schedule], day: date) -> set[int]:
    """Minutes from Monday of what begins on that day, by the rules themselves."""
    read = read_hours(rows, today=day)
    off = frozenset(one for stretch in read.closed for one in days_of(*stretch))
    found = set()
    for hours in hours_on(OpeningTimes("UTC", read.rules, off), day):
        first = day.weekday() * MINUTES_A_DAY + hours.opens.hour * 60 + hours.opens.minute
        last = day.weekday() * MINUTES_A_DAY + hours.closes.hour * 60 + hours.closes.minute
        found |= set(range(first, last + (MINUTES_A_DAY if hours.is_overnight else 0)))
    return found


def minutes_beginning_on(week: Week, day: date) -> set[int]:
    if day in week.closed_on:
        return set()
    ranges = [one for one in week.ranges if one[0] // MINUTES_A_DAY == day.weekday()]
    return {minute for first, last in ranges for minute in range(first, last)}
