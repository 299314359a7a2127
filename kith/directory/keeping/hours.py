"""Which hours can be kept as lines: weekly rules without an end, closed days, plain words. The rest stays."""

from kith.directory.closed_days import ClosedDays, closed_days_in
from kith.directory.keeping.texts import is_weekly_line, lines_of, weekly_line
from kith.directory.models import Schedule
from kith.directory.records import ScheduleRecord

ENDS_OR_RARE = ("until", "count", "byweekno", "bymonthday", "byyearday")
NEVER = (*ENDS_OR_RARE, "valid_from", "valid_to")
BESIDE = ("notes", "schedule_link", "attending_type")
RULE = ("freq", "byday", "opens_at", "closes_at")


def hours_lines(schedule: Schedule | ScheduleRecord) -> list[str]:
    """The schedule as lines; none where lines cannot say all of it."""
    if closed := _closed(schedule):
        return [closed.line]
    if any(getattr(schedule, name) for name in (*NEVER, *BESIDE)) or schedule.is_doubtful:
        return []
    if not any(getattr(schedule, name) for name in RULE):
        return lines_of(schedule.description)
    if schedule.freq != "WEEKLY" or schedule.interval not in {None, 1} or schedule.description:
        return []
    line = weekly_line(schedule.byday, schedule.opens_at, schedule.closes_at)
    return [line] if is_weekly_line(line) else []


def _closed(schedule: Schedule | ScheduleRecord) -> ClosedDays | None:
    """The closed days that the schedule is, and nothing else."""
    others = (*RULE, *BESIDE, *ENDS_OR_RARE, "dtstart")
    closed = closed_days_in(schedule.description)
    if closed is None or any(getattr(schedule, name) for name in others):
        return None
    return closed if (schedule.valid_from, schedule.valid_to) == closed.valid else None
