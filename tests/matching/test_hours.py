"""Open at a moment: the bits propose, the ranges decide."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from kith.matching.documents import MINUTES_A_DAY, MINUTES_A_WEEK, Site, Week
from kith.matching.hours import quarters
from kith.matching.questions import Filters
from tests.matching.made_up import week as any_week
from tests.matching.small import asked, index, numbers, service

MONDAY = date(2026, 3, 2)


def moment(day: int, hour: int, minute: int = 0, zone: str = "UTC") -> datetime:
    return datetime(2026, 3, 2, tzinfo=ZoneInfo(zone)) + timedelta(days=day, hours=hour, minutes=minute)


def is_open(week: Week | None, at: datetime, decide=None) -> bool:
    filters = Filters(open_at=at)
    return bool(index(service(1, week=week)).search(asked(filters=filters, decide=decide)).total)


def day(number: int, first: int, last: int) -> tuple[int, int]:
    """From one hour to another of that day; hours after 24 are the next day's."""
    return number * MINUTES_A_DAY + first * 60, number * MINUTES_A_DAY + last * 60


def test_from_the_first_minute_and_not_at_the_last() -> None:
    week = Week("UTC", (day(0, 9, 17),))

    assert [is_open(week, moment(0, *at)) for at in ((8, 59), (9, 0), (16, 59), (17, 0))] == [
        False,
        True,
        True,
        False,
    ]


def test_a_night_runs_into_the_next_day_and_sundays_into_monday() -> None:
    week = Week("UTC", (day(5, 22, 26), day(6, 22, 30)))

    assert is_open(week, moment(6, 1, 59))
    assert not is_open(week, moment(6, 2))
    assert is_open(week, moment(7, 5, 59))
    assert is_open(week, moment(0, 5, 59))
    assert not is_open(week, moment(0, 6))


def test_the_day_on_which_a_range_began_decides_whether_it_is_closed() -> None:
    week = Week("UTC", (day(6, 22, 30), day(0, 20, 22)), closed_on=(date(2026, 3, 1),))

    assert not is_open(week, moment(0, 3))
    assert is_open(week, moment(7, 3))
    assert is_open(week, moment(0, 21))


def test_closed_days_are_days_of_the_place() -> None:
    week = Week("Pacific/Auckland", (day(1, 8, 12),), closed_on=(date(2026, 3, 3),))

    assert not is_open(week, datetime(2026, 3, 2, 20, tzinfo=UTC))
    assert is_open(week, datetime(2026, 3, 9, 20, tzinfo=UTC))


def test_hours_are_those_of_the_clock_on_the_wall_in_summer_too() -> None:
    week = Week("Europe/London", (day(6, 9, 10),))

    assert is_open(week, datetime(2026, 3, 22, 9, 30, tzinfo=UTC))
    assert is_open(week, datetime(2026, 3, 29, 8, 30, tzinfo=UTC))
    assert not is_open(week, datetime(2026, 3, 29, 9, 30, tzinfo=UTC))


def test_always_open_is_one_range() -> None:
    assert all(is_open(Week("UTC", ((0, MINUTES_A_WEEK),)), moment(number, 3)) for number in range(7))


def test_hours_that_are_not_known_are_not_surely_open() -> None:
    assert not is_open(None, moment(0, 12))
    assert not is_open(Week("UTC", ()), moment(0, 12))
    assert not is_open(Week("Nowhere/At all", (day(0, 0, 24),)), moment(0, 12))


def test_whoever_asks_decides_where_a_week_cannot_say() -> None:
    week = Week("UTC", (day(0, 9, 17),), is_exact=False)
    heard: list[tuple[list[int], datetime]] = []

    def decide(ids, at):
        heard.append((numbers(ids), at))
        return ids

    assert not is_open(week, moment(0, 12))
    assert is_open(week, moment(0, 12), decide)
    assert not is_open(week, moment(0, 12), lambda _ids, _at: ())
    assert not is_open(week, moment(1, 12), decide)
    assert heard == [([1], moment(0, 12))]


def test_each_place_has_its_own_hours_and_those_of_the_service_do_not_stand_in() -> None:
    early, late = Week("UTC", (day(0, 6, 8),)), Week("UTC", (day(0, 20, 22),))
    some = index(
        service(
            1, sites=(Site(0, 0, early), Site(0, 1, late), Site(0, 2)), week=Week("UTC", (day(0, 12, 13),))
        )
    )

    def found(hour: int) -> int:
        return some.search(asked(filters=Filters(open_at=moment(0, hour)))).total

    assert [found(hour) for hour in (7, 12, 21)] == [1, 0, 1]


def test_quarters_hold_every_open_minute() -> None:
    assert quarters(Week("UTC", (day(0, 5, 7),))) == 0b11
    assert quarters(Week("UTC", (day(0, 6, 12),))) == 0b10
    assert quarters(Week("UTC", (day(6, 22, 30),))) == 1 << 27 | 1
    assert quarters(Week("UTC", ((0, MINUTES_A_WEEK),))) == (1 << 28) - 1


def test_a_range_that_cannot_be_is_left_out() -> None:
    assert quarters(Week("UTC", ((-5, 3), (600, 600), (700, 650), (20_000, 20_100), (5, 99_999)))) == 0


def is_in_week(week: Week, at: datetime) -> bool:
    """The plain rule: lay the ranges of this week and the last on the calendar."""
    there = at.astimezone(ZoneInfo(week.zone)).replace(tzinfo=None)
    monday = there.replace(hour=0, minute=0, second=0) - timedelta(days=there.weekday())
    return any(
        start <= there < start + timedelta(minutes=last - first) and start.date() not in week.closed_on
        for first, last in week.ranges
        for start in (monday + timedelta(minutes=first), monday + timedelta(minutes=first - MINUTES_A_WEEK))
    )


@pytest.mark.parametrize("seed", range(6))
def test_arrays_agree_with_the_plain_rule(seed: int) -> None:
    random = Random(seed)
    weeks = [any_week(random) for _one in range(40)]
    some = index(*(service(number, week=week) for number, week in enumerate(weeks)))

    for _turn in range(60):
        at = moment(random.randrange(21), 0, random.randrange(MINUTES_A_DAY))
        found = some.search(asked(filters=Filters(open_at=at), limit=100, decide=lambda ids, _at: ids))
        assert numbers(found) == [number for number, week in enumerate(weeks) if is_in_week(week, at)]
