"""A partner's stated week: checked when it is said, made into a clock when it is needed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import available_timezones

from kith.core.working_time import Hours, Pause, WorkingWeek
from kith.partnerships.errors import BadWeek

SUNDAY = 6
MOST_CLOSED_DAYS = 400


@dataclass(frozen=True, slots=True)
class StatedWeek:
    """As kept: weekday (Monday "0") to hours, closed days as ISO dates in order."""

    timezone: str
    days: dict[str, list[str]]
    closed_on: list[str]


def stated_week(
    *, timezone: str, days: Mapping[int, tuple[str, str]], closed_on: Sequence[date]
) -> StatedWeek:
    """The week as it may be kept; no day at all means the partner has not said. Raises BadWeek."""
    if timezone not in available_timezones():
        raise BadWeek(field="timezone")
    if len(closed_on) > MOST_CLOSED_DAYS:
        raise BadWeek(field="closed_on")
    kept = {str(day): _hours(day, opens, closes) for day, (opens, closes) in sorted(days.items())}
    return StatedWeek(timezone, kept, [day.isoformat() for day in sorted(set(closed_on))])


def working_week(stated: StatedWeek, pauses: Iterable[Pause]) -> WorkingWeek:
    """The clock of a stated week, with its pauses left out."""
    days = {
        int(day): Hours(time.fromisoformat(opens), time.fromisoformat(closes))
        for day, (opens, closes) in stated.days.items()
    }
    closed = frozenset(date.fromisoformat(day) for day in stated.closed_on)
    return WorkingWeek(stated.timezone, days, closed, tuple(pauses))


def _hours(day: int, opens: str, closes: str) -> list[str]:
    try:
        hours = Hours(time.fromisoformat(opens), time.fromisoformat(closes))
    except ValueError as error:
        raise BadWeek(field=f"opens_{day}") from error
    if not 0 <= day <= SUNDAY or hours.opens.tzinfo or hours.closes.tzinfo:
        raise BadWeek(field=f"opens_{day}")
    return [f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}"]
