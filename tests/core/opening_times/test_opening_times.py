"""Opening hours by example: nights, clock changes, closed days, and what is too uncertain to be a rule."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from kith.core.opening_times import (
    OpenHours,
    OpeningRule,
    OpeningTimes,
    Span,
    Written,
    certain_rule,
    closes_at,
    first_moment,
    hours_on,
    is_believable_night,
    is_open,
    opens_next,
    spans_between,
    utc_offset_at,
)

WEEKLY = Written("09:00", "17:00", freq="WEEKLY", byday="MO,WE")
MONTHLY = Written("09:00", "17:00", freq="MONTHLY", byday="2MO,-1FR")


def times(*written: Written, timezone: str = "Europe/London", closed: tuple[date, ...] = ()) -> OpeningTimes:
    rules = tuple(rule for rule in map(certain_rule, written) if rule is not None)
    assert len(rules) == len(written)
    return OpeningTimes(timezone, rules, frozenset(closed))


def night(byday: str = "FR") -> Written:
    return Written("22:00", "06:00", freq="WEEKLY", byday=byday)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    shelter = times(night("FR"))

    assert is_open(shelter, utc(2026, 11, 21, 5, 59))
    assert not is_open(shelter, utc(2026, 11, 21, 6, 0))
    assert not is_open(shelter, utc(2026, 11, 20, 5, 0))
    assert hours_on(shelter, date(2026, 11, 20)) == (OpenHours(time(22), time(6)),)
    assert hours_on(shelter, date(2026, 11, 21)) == ()


def test_a_night_over_the_end_of_summer_time_is_one_hour_longer() -> None:
    spans = spans_between(times(night("SA")), start=utc(2026, 10, 24), end=utc(2026, 10, 26))

    assert spans == [Span(utc(2026, 10, 24, 21), utc(2026, 10, 25, 6))]


def test_hours_that_the_clock_leaves_out_are_no_hours() -> None:
    left_out = times(Written("01:10", "01:50", freq="WEEKLY", byday="SU"))

    assert spans_between(left_out, start=utc(2026, 3, 29), end=utc(2026, 3, 30)) == []


def test_a_time_that_is_left_out_means_the_moment_of_the_jump() -> None:
    assert first_moment("Europe/London", datetime(2026, 3, 29, 1, 30)) == utc(2026, 3, 29, 1)  # noqa: DTZ001


def test_a_time_that_comes_twice_means_the_first() -> None:
    assert first_moment("Europe/London", datetime(2026, 10, 25, 1, 30)) == utc(2026, 10, 25, 0, 30)  # noqa: DTZ001


def test_a_day_that_a_zone_left_out_has_no_hours() -> None:
    apia = times(replace(WEEKLY, byday="FR"), timezone="Pacific/Apia")

    assert spans_between(apia, start=utc(2011, 12, 29), end=utc(2012, 1, 1)) == []


def test_nothing_begins_on_a_closed_day_but_a_night_may_end_on_it() -> None:
    shelter = times(night("TH,FR"), closed=(date(2026, 12, 25),))

    assert is_open(shelter, utc(2026, 12, 25, 3))
    assert not is_open(shelter, utc(2026, 12, 25, 23))
    assert not is_open(shelter, utc(2026, 12, 26, 3))


def test_hours_that_touch_are_one_stretch() -> None:
    day_and_night = times(
        Written("08:00", "20:00", freq="WEEKLY", byday="MO"),
        Written("20:00", "08:00", freq="WEEKLY", byday="MO"),
    )

    assert closes_at(day_and_night, utc(2026, 11, 16, 12)) == utc(2026, 11, 17, 8)
    assert opens_next(day_and_night, utc(2026, 11, 16, 12)) == utc(2026, 11, 23, 8)


def test_what_never_closes_has_no_closing_time() -> None:
    every_day = "MO,TU,WE,TH,FR,SA,SU"
    always = times(
        Written("08:00", "20:00", freq="WEEKLY", byday=every_day),
        Written("20:00", "08:00", freq="WEEKLY", byday=every_day),
    )

    assert is_open(always, utc(2026, 11, 16, 12))
    assert closes_at(always, utc(2026, 11, 16, 12)) is None
    assert opens_next(always, utc(2026, 11, 16, 12)) is None


def test_an_opening_more_than_sixty_days_away_is_not_told() -> None:
    yearly = times(
        replace(MONTHLY, byday="", bymonthday="1", interval=12, dtstart=date(2026, 1, 1)), timezone="UTC"
    )

    assert opens_next(yearly, utc(2026, 11, 2, 8)) is None
    assert opens_next(yearly, utc(2026, 11, 2, 9)) == utc(2027, 1, 1, 9)


@pytest.mark.parametrize(
    ("written", "open_on", "shut_on"),
    [
        (MONTHLY, date(2026, 11, 9), date(2026, 11, 2)),
        (MONTHLY, date(2026, 11, 27), date(2026, 11, 20)),
        (replace(MONTHLY, byday="", bymonthday="-1"), date(2026, 11, 30), date(2026, 12, 30)),
        (replace(MONTHLY, byday="FR", bymonthday="13"), date(2026, 11, 13), date(2026, 10, 13)),
        (replace(MONTHLY, byday="", dtstart=date(2026, 1, 31)), date(2026, 3, 31), date(2026, 2, 28)),
        (replace(WEEKLY, interval=2, dtstart=date(2026, 11, 2)), date(2026, 11, 16), date(2026, 11, 9)),
        (replace(WEEKLY, count=3, dtstart=date(2026, 11, 2)), date(2026, 11, 9), date(2026, 11, 11)),
        (replace(WEEKLY, byday="", dtstart=date(2026, 11, 3)), date(2026, 11, 10), date(2026, 11, 9)),
        (replace(WEEKLY, until=date(2026, 11, 9)), date(2026, 11, 9), date(2026, 11, 11)),
        (replace(WEEKLY, valid_from=date(2026, 11, 9)), date(2026, 11, 9), date(2026, 11, 4)),
    ],
)
def test_a_rule_holds_on_its_days_only(written: Written, open_on: date, shut_on: date) -> None:
    rule = certain_rule(written)

    assert rule is not None
    assert rule.holds_on(open_on)
    assert not rule.holds_on(shut_on)


def test_the_first_day_of_the_week_decides_which_second_week_it_is() -> None:
    fortnight = replace(WEEKLY, byday="TU,SU", interval=2, dtstart=date(1997, 8, 5))
    monday, sunday = certain_rule(replace(fortnight, wkst="MO")), certain_rule(replace(fortnight, wkst="SU"))

    assert monday is not None
    assert sunday is not None
    assert monday.holds_on(date(1997, 8, 10))
    assert not sunday.holds_on(date(1997, 8, 10))
    assert sunday.holds_on(date(1997, 8, 17))


@pytest.mark.parametrize(
    "changes",
    [
        {"freq": ""},
        {"freq": "DAILY"},
        {"byday": ""},
        {"byday": "MO,XX"},
        {"byday": "2MO"},
        {"bymonthday": "1"},
        {"byweekno": "20"},
        {"byyearday": "1"},
        {"interval": 2},
        {"interval": 0, "dtstart": date(2026, 11, 2)},
        {"count": 3},
        {"count": 0, "dtstart": date(2026, 11, 2)},
        {"count": 3, "dtstart": date(2026, 11, 3)},
        {"count": 3, "dtstart": date(2026, 11, 2), "until": date(2027, 1, 1)},
        {"count": 100_000, "dtstart": date(2026, 11, 2)},
        {"wkst": "XX"},
        {"opens_at": ""},
        {"opens_at": "9 am"},
        {"closes_at": "09:00"},
    ],
)
def test_what_leaves_something_to_guess_is_no_rule(changes: dict[str, str | int | date]) -> None:
    assert certain_rule(replace(WEEKLY, **changes)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("changes", [{"bymonthday": "0"}, {"bymonthday": "32"}, {"byday": "6MO"}])
def test_days_that_no_month_has_are_no_rule(changes: dict[str, str]) -> None:
    assert certain_rule(replace(MONTHLY, **changes)) is None  # type: ignore[arg-type]


def test_a_rule_without_days_or_with_an_interval_from_nowhere_cannot_be_made() -> None:
    hours = OpenHours(time(9), time(17))

    with pytest.raises(ValueError, match="days"):
        OpeningRule(hours)
    with pytest.raises(ValueError, match="interval"):
        OpeningRule(hours, weekdays=frozenset({(0, 0)}), interval=2)


@pytest.mark.parametrize(
    ("opens", "closes"), [("22:00", "06:00"), ("16:00", "10:00"), ("18:00", "00:00"), ("23:30", "05:30")]
)
def test_from_evening_to_morning_is_a_night(opens: str, closes: str) -> None:
    assert is_believable_night(time.fromisoformat(opens), time.fromisoformat(closes))


@pytest.mark.parametrize(
    ("opens", "closes"), [("23:00", "03:00"), ("15:00", "06:00"), ("17:00", "10:01"), ("09:00", "00:00")]
)
def test_what_looks_like_morning_and_evening_mixed_up_is_no_night(opens: str, closes: str) -> None:
    assert not is_believable_night(time.fromisoformat(opens), time.fromisoformat(closes))


def test_the_offset_of_a_zone_is_that_of_the_day() -> None:
    assert utc_offset_at("America/New_York", date(2026, 7, 1)) == -4
    assert utc_offset_at("America/New_York", date(2026, 12, 1)) == -5
    assert utc_offset_at("Asia/Kathmandu", date(2026, 12, 1)) == 5.75
