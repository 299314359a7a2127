from datetime import UTC, date, datetime, time

import pytest

from kith.directory.models import Schedule
from kith.directory.reading.hours import open_week
from kith.directory.views_of import Hours

FRIDAY_NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def weekly(byday: str, opens_at: str, closes_at: str, **more: object) -> Schedule:
    return Schedule(freq="WEEKLY", byday=byday, opens_at=opens_at, closes_at=closes_at, **more)


def test_the_week_starts_today() -> None:
    week = open_week([weekly("FR", "10:00", "14:00")], timezone="UTC", moment=FRIDAY_NOON)

    assert [day.day for day in week.days] == [date(2026, 11, day) for day in range(20, 27)]
    assert [day.day for day in week.days if day.is_today] == [date(2026, 11, 20)]
    assert week.days[0].hours == (Hours(time(10), time(14)),)
    assert week.days[1].hours == ()


def test_open_now_follows_the_clock_of_the_place() -> None:
    rules = [weekly("FR", "10:00", "14:00")]

    assert open_week(rules, timezone="UTC", moment=FRIDAY_NOON).closes_at == time(14)
    assert open_week(rules, timezone="Asia/Tokyo", moment=FRIDAY_NOON).is_open_now is False


def test_two_rules_on_a_day_are_both_shown_in_order() -> None:
    rules = [weekly("MO", "16:00", "18:00"), weekly("MO,TU", "09:00", "12:00")]

    monday = open_week(rules, timezone="UTC", moment=FRIDAY_NOON).days[3]

    assert [hours.opens for hours in monday.hours] == [time(9), time(16)]


def test_a_rule_counts_only_between_its_dates() -> None:
    over = weekly("FR", "10:00", "14:00", valid_to=date(2026, 11, 19))

    assert open_week([over], timezone="UTC", moment=FRIDAY_NOON).is_open_now is False


def test_hours_that_close_before_they_open_are_words_and_never_open() -> None:
    doubtful = weekly("FR", "15:00", "06:00", is_doubtful=True)

    week = open_week([doubtful], timezone="UTC", moment=FRIDAY_NOON.replace(hour=16))

    assert week.days == ()
    assert week.is_open_now is None
    assert week.words == ("Fri 15:00–06:00",)


def test_every_second_week_is_words_for_we_do_not_know_which() -> None:
    fortnight = weekly("FR", "10:00", "14:00", interval=2, description="Every other Friday")

    week = open_week([fortnight], timezone="UTC", moment=FRIDAY_NOON)

    assert week.days == ()
    assert week.words == ("Every other Friday · Fri 10:00–14:00",)


def test_a_night_is_open_after_midnight_and_stands_on_the_day_it_begins() -> None:
    night = [weekly("FR", "22:00", "06:00")]

    week = open_week(night, timezone="UTC", moment=FRIDAY_NOON.replace(day=21, hour=5))

    assert (week.is_open_now, week.closes_at) == (True, time(6))
    assert week.days[6].hours == (Hours(time(22), time(6)),)
    assert week.days[6].hours[0].is_overnight
    assert week.days[0].hours == ()


def test_a_place_that_never_closes_is_open_without_an_hour() -> None:
    every_day = "MO,TU,WE,TH,FR,SA,SU"
    always = [weekly(every_day, "08:00", "20:00"), weekly(every_day, "20:00", "08:00")]

    week = open_week(always, timezone="UTC", moment=FRIDAY_NOON)

    assert (week.is_open_now, week.closes_at) == (True, None)


def test_the_third_friday_of_the_month_is_a_rule() -> None:
    third = Schedule(freq="MONTHLY", byday="3FR", opens_at="10:00Z", closes_at="14:00Z")

    assert open_week([third], timezone="UTC", moment=FRIDAY_NOON).is_open_now is True
    assert open_week([third], timezone="UTC", moment=FRIDAY_NOON.replace(day=13)).is_open_now is False


def test_what_is_written_about_a_rule_is_shown_and_leaves_open_now_unknown() -> None:
    week = open_week(
        [weekly("FR", "10:00", "14:00", description="Not in August")], timezone="UTC", moment=FRIDAY_NOON
    )

    assert week.is_open_now is None
    assert week.words == ("Not in August",)


def test_words_beside_certain_rules_leave_open_now_unknown() -> None:
    rows = [weekly("FR", "10:00", "14:00"), Schedule(description="Closed on the last Friday of the month")]

    week = open_week(rows, timezone="UTC", moment=FRIDAY_NOON)

    assert week.is_open_now is None
    assert len(week.days) == 7
    assert week.words == ("Closed on the last Friday of the month",)


def test_no_hours_are_not_closed_hours() -> None:
    week = open_week([], timezone="UTC", moment=FRIDAY_NOON)

    assert week.is_open_now is None
    assert week.words == ()


def closed(line: str) -> Schedule:
    return Schedule(description=line)


@pytest.mark.parametrize(
    "line", ["Closed 2026-11-20", "closed 2026-11-18 – 2026-11-21", "Closed 11-20", "Closed 11-19 - 01-02"]
)
def test_on_a_closed_day_it_is_not_open_and_the_week_shows_no_hours(line: str) -> None:
    week = open_week([weekly("FR", "10:00", "14:00"), closed(line)], timezone="UTC", moment=FRIDAY_NOON)

    assert week.is_open_now is False
    assert week.days[4].hours == ()
    assert week.words[0].startswith("Closed")


@pytest.mark.parametrize("line", ["Closed 2026-11-27", "Closed 11-21", "Closed 2025-11-20", "Closed 02-29"])
def test_closed_on_another_day_is_open_on_this_one(line: str) -> None:
    week = open_week([weekly("FR", "10:00", "14:00"), closed(line)], timezone="UTC", moment=FRIDAY_NOON)

    assert week.is_open_now is True


@pytest.mark.parametrize(
    "line",
    [
        "Closed in August",
        "Closed 2026-11-20 unless it rains",
        "Closed 2026-02-30",
        "Closed 2026-12-01 – 2026-11-01",
    ],
)
def test_other_words_about_closing_leave_open_now_unknown(line: str) -> None:
    week = open_week([weekly("FR", "10:00", "14:00"), closed(line)], timezone="UTC", moment=FRIDAY_NOON)

    assert week.is_open_now is None
    assert week.words == (line,)


def test_a_closed_day_is_said_in_the_two_months_before_it() -> None:
    rules = [weekly("FR", "10:00", "14:00"), closed("Closed 2026-12-25"), closed("Closed 2027-05-01")]

    week = open_week(rules, timezone="UTC", moment=FRIDAY_NOON)

    assert week.words == ("Closed on 25 December 2026",)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Closed 12-25", "Closed on 25 December 2026"),
        ("Closed 12-24 – 01-01", "Closed from 24 December 2026 to 1 January 2027"),
        ("Closed 11-18 – 11-21", "Closed from 18 November 2026 to 21 November 2026"),
    ],
)
def test_of_days_that_come_each_year_the_next_ones_are_said(line: str, words: str) -> None:
    week = open_week([weekly("FR", "10:00", "14:00"), closed(line)], timezone="UTC", moment=FRIDAY_NOON)

    assert week.words == (words,)


def test_a_stretch_up_to_a_leap_day_ends_a_day_earlier_in_other_years() -> None:
    rules = [weekly("MO,TU,WE,TH,FR,SA,SU", "10:00", "14:00"), closed("Closed 02-20 – 02-29")]
    [on_the_28th, on_the_1st] = [
        open_week(rules, timezone="UTC", moment=datetime(2026, month, day, 12, tzinfo=UTC)).is_open_now
        for month, day in ((2, 28), (3, 1))
    ]

    assert (on_the_28th, on_the_1st) == (False, True)


def test_a_night_that_began_before_a_closed_day_still_ends_in_the_morning() -> None:
    rules = [weekly("MO,TU,WE,TH,FR,SA,SU", "22:00", "06:00"), closed("Closed 2026-11-20")]

    in_the_morning = open_week(rules, timezone="UTC", moment=FRIDAY_NOON.replace(hour=5))
    at_night = open_week(rules, timezone="UTC", moment=FRIDAY_NOON.replace(hour=23))

    assert in_the_morning.is_open_now is True
    assert at_night.is_open_now is False
