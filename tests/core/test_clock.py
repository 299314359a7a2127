from datetime import UTC, date, datetime, timedelta, timezone

from kith.core import clock

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_the_clock_tells_the_present_in_utc() -> None:
    assert clock.now().tzinfo is UTC
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_held_clock_stands_still_and_is_let_go() -> None:
    with clock.at(NOON):
        assert clock.now() == NOON

    assert clock.now() != NOON


def test_a_held_clock_is_let_go_after_an_error() -> None:
    try:
        with clock.at(NOON):
            raise ValueError
    except ValueError:
        pass

    assert clock.now() != NOON


def test_a_moment_of_any_zone_is_held_as_utc() -> None:
    with clock.at(NOON.astimezone(timezone(timedelta(hours=5)))):
        assert clock.now().utcoffset() == timedelta()


def test_today_is_the_date_where_the_zone_is() -> None:
    with clock.at(datetime(2026, 3, 4, 23, 30, tzinfo=UTC)):
        assert clock.today("UTC") == date(2026, 3, 4)
        assert clock.today("Pacific/Auckland") == date(2026, 3, 5)
