"""How long a yes may last."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kith.consent.errors import NeedsAnEnd
from kith.core import clock


def end_of(until: date, *, timezone: str) -> datetime:
    """The moment after the last day, where the site is.

    Raises NeedsAnEnd for a day that is over, or more than 12 months away.
    """
    today = clock.today(timezone)
    if not today <= until <= _in_a_year(today):
        raise NeedsAnEnd(field="until")
    return datetime.combine(until + timedelta(days=1), time.min, tzinfo=ZoneInfo(timezone))


def _in_a_year(day: date) -> date:
    """The same date next year; 28 February for the 29th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)
