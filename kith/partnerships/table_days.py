"""Days of a table: the next meeting by its rhythm, and so many months later. Pure."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kith.core.working_time import WorkingWeek, works_on

MOST_DAYS_LATER = 14
WEEK = timedelta(days=7)


def next_meeting_at(
    *, last: datetime, every_weeks: int, now: datetime, timezone: str, weeks: Sequence[WorkingWeek]
) -> datetime:
    """So many weeks after the last one, at the same hour there; if that is past, a whole number of weeks on.

    Moved on by up to 14 days to a day on which all work whose days are known; else left as it is.
    """
    zone = ZoneInfo(timezone)
    hour = last.astimezone(zone).time()
    day = last.astimezone(zone).date() + every_weeks * WEEK
    while _moment(day, hour, zone) <= now:
        day += WEEK
    return _moment(_common_day(day, weeks), hour, zone)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _common_day(day: date, weeks: Sequence[WorkingWeek]) -> date:
    known = [week for week in weeks if week.is_known]
    later = (day + timedelta(days=step) for step in range(MOST_DAYS_LATER + 1))
    return next((one for one in later if all(works_on(week, one) for week in known)), day)


def _moment(day: date, hour: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, hour, zone).astimezone(UTC)
