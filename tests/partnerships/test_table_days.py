"""The next meeting by its rhythm."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kith.core.working_time import Hours, WorkingWeek, works_on
from kith.partnerships.table_days import months_later, next_meeting_at

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NINE_TO_FIVE = Hours(time(9), time(17))
TUESDAYS = WorkingWeek("UTC", {1: NINE_TO_FIVE})
ANY_WEEK = st.builds(
    WorkingWeek,
    st.just("America/New_York"),
    st.dictionaries(st.integers(0, 6), st.just(NINE_TO_FIVE), max_size=7),
    st.frozensets(st.dates(date(2026, 11, 20), date(2027, 3, 30)), max_size=5),
)


def test_it_is_so_many_weeks_after_the_last_at_the_same_hour_over_a_change_of_clocks() -> None:
    last = datetime(2026, 3, 3, 19, tzinfo=UTC)  # two in the afternoon in New York, winter

    found = next_meeting_at(last=last, every_weeks=2, now=last, timezone="America/New_York", weeks=[])

    assert found == datetime(2026, 3, 17, 18, tzinfo=UTC)


def test_what_is_past_is_moved_on_by_whole_weeks() -> None:
    last = datetime(2026, 9, 1, 10, tzinfo=UTC)

    found = next_meeting_at(last=last, every_weeks=4, now=NOW, timezone="UTC", weeks=[])

    assert found == datetime(2026, 11, 24, 10, tzinfo=UTC)


def test_it_falls_on_a_day_on_which_all_work() -> None:
    monday = datetime(2026, 11, 23, 10, tzinfo=UTC)

    found = next_meeting_at(last=monday, every_weeks=1, now=NOW, timezone="UTC", weeks=[TUESDAYS])

    assert found == datetime(2026, 12, 1, 10, tzinfo=UTC)


def test_where_no_day_suits_all_the_usual_day_stays() -> None:
    never = WorkingWeek("UTC", {2: NINE_TO_FIVE})
    monday = datetime(2026, 11, 23, 10, tzinfo=UTC)

    found = next_meeting_at(last=monday, every_weeks=1, now=NOW, timezone="UTC", weeks=[TUESDAYS, never])

    assert found == datetime(2026, 11, 30, 10, tzinfo=UTC)


@given(
    st.integers(-60 * 24 * 600, 60 * 24 * 30),
    st.integers(1, 52),
    st.lists(ANY_WEEK, max_size=3),
)
def test_it_is_to_come_and_suits_all_if_any_near_day_does(
    minutes: int, every_weeks: int, weeks: list[WorkingWeek]
) -> None:
    zone, last = ZoneInfo("America/New_York"), NOW + timedelta(minutes=minutes)

    found = next_meeting_at(
        last=last, every_weeks=every_weeks, now=NOW, timezone="America/New_York", weeks=weeks
    )

    day = found.astimezone(zone).date()
    usual = next_meeting_at(last=last, every_weeks=every_weeks, now=NOW, timezone=str(zone), weeks=[])
    near = [usual.astimezone(zone).date() + timedelta(days=step) for step in range(15)]
    suits = [one for one in near if all(works_on(week, one) for week in weeks if week.is_known)]
    assert found > NOW
    assert day == (suits[0] if suits else near[0])


def test_months_later_keeps_to_the_month() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 15), 1) == date(2027, 1, 15)
