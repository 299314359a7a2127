from datetime import date, timedelta

import pytest

from kith.core.working_time import Pause, works_on
from kith.partnerships.errors import BadWeek
from kith.partnerships.week import stated_week, working_week

MONDAY = date(2026, 11, 23)


def test_a_stated_week_is_kept_in_order_and_without_doubles() -> None:
    week = stated_week(
        timezone="Europe/London",
        days={4: ("9:00".zfill(5), "17:00"), 0: ("08:30", "12:00")},
        closed_on=[date(2026, 12, 25), date(2026, 1, 1), date(2026, 12, 25)],
    )

    assert list(week.days.items()) == [("0", ["08:30", "12:00"]), ("4", ["09:00", "17:00"])]
    assert week.closed_on == ["2026-01-01", "2026-12-25"]


def test_no_day_means_not_known() -> None:
    assert not working_week(stated_week(timezone="UTC", days={}, closed_on=[]), []).is_known


@pytest.mark.parametrize(
    ("timezone", "days"),
    [
        ("Middle/Earth", {}),
        ("", {}),
        ("UTC", {7: ("09:00", "17:00")}),
        ("UTC", {-1: ("09:00", "17:00")}),
        ("UTC", {0: ("17:00", "09:00")}),
        ("UTC", {0: ("09:00", "09:00")}),
        ("UTC", {0: ("nine", "five")}),
        ("UTC", {0: ("09:00", "25:00")}),
        ("UTC", {0: ("09:00+02:00", "17:00+02:00")}),
    ],
)
def test_a_week_that_cannot_be_is_turned_away(timezone: str, days: dict[int, tuple[str, str]]) -> None:
    with pytest.raises(BadWeek):
        stated_week(timezone=timezone, days=days, closed_on=[])


def test_endless_closed_days_are_turned_away() -> None:
    with pytest.raises(BadWeek):
        stated_week(
            timezone="UTC", days={}, closed_on=[MONDAY + timedelta(days=count) for count in range(401)]
        )


def test_pauses_and_closed_days_do_not_count() -> None:
    kept = stated_week(timezone="UTC", days=dict.fromkeys(range(5), ("09:00", "17:00")), closed_on=[MONDAY])
    week = working_week(kept, [Pause(MONDAY + timedelta(days=1), MONDAY + timedelta(days=2))])

    assert [works_on(week, MONDAY + timedelta(days=count)) for count in range(5)] == [
        False,
        False,
        False,
        True,
        True,
    ]
