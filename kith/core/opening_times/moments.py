"""From the clock on the wall to moments, over hours that are left out or come twice."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NOON = time(12)
SECOND = timedelta(seconds=1)


def first_moment(timezone: str, wall: datetime) -> datetime:
    """The first moment, in UTC, at which the clock on the wall shows `wall` or later.

    A time that comes twice means the first one. A time that is left out means the moment of the jump.
    """
    zone = ZoneInfo(timezone)
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    late = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if late <= early:
        return late
    return _jump(zone, early, late)


def _jump(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The second at which the clock is set forward, between two moments around it."""
    old = before.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + timedelta(seconds=(after - before) // SECOND // 2)
        is_before = middle.astimezone(zone).utcoffset() == old
        before, after = (middle, after) if is_before else (before, middle)
    return after


def utc_offset_at(timezone: str, day: date) -> float:
    """How many hours the zone is ahead of UTC at noon of `day`: what HSDS calls a timezone."""
    offset = datetime.combine(day, NOON, ZoneInfo(timezone)).utcoffset()
    return 0.0 if offset is None else offset.total_seconds() / 3600
