"""One place for working hours, days and holidays: clocks run in the receiver's own time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONGEST_LOOK_DAYS = 730


@dataclass(frozen=True, slots=True)
class Hours:
    """Open from `opens` to `closes`, local wall time, the same day."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError("Hours must close after they open.")


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch outside every clock, both days included."""

    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """An organisation's stated week: weekday (Monday 0) to its hours, in its own zone.

    `closed` are single days off (holidays); `pauses` are agreed breaks. A week without any day is
    unknown: no clock runs on it.
    """

    timezone: str
    days: Mapping[int, Hours]
    closed: frozenset[date] = frozenset()
    pauses: tuple[Pause, ...] = ()

    @property
    def is_known(self) -> bool:
        """False where the organisation has not said which days it works."""
        return bool(self.days)


def works_on(week: WorkingWeek, day: date) -> bool:
    """True if `day` counts on this week's clock."""
    if day.weekday() not in week.days or day in week.closed:
        return False
    return not any(pause.first_on <= day <= pause.last_on for pause in week.pauses)


def due_at(week: WorkingWeek, *, start: datetime, days: int) -> datetime | None:
    """The closing hour of the `days`-th working day after the day of `start`, in UTC.

    None where the week is unknown or nothing is open within two years: no clock, phone instead.
    Raises ValueError if `days` is under 1.
    """
    if days < 1:
        raise ValueError("A promise is at least one working day.")
    for count, day in enumerate(_working_days(week, after=_local(week, start).date()), start=1):
        if count == days:
            return _moment(week, day, week.days[day.weekday()].closes)
    return None


def due_in_open_hours(week: WorkingWeek, *, start: datetime, hours: int) -> datetime | None:
    """When they will have been open for `hours` hours since `start`, in UTC; hours are of real time.

    None where the week is unknown or they are not open so long within two years: no clock, phone instead.
    Raises ValueError if `hours` is under 1.
    """
    if hours < 1:
        raise ValueError("A promise is at least one hour.")
    left = timedelta(hours=hours)
    for day in _working_days(week, after=_local(week, start).date() - timedelta(days=1)):
        stated = week.days[day.weekday()]
        begins = max(_moment(week, day, stated.opens), start.astimezone(UTC))
        open_for = _moment(week, day, stated.closes) - begins
        if open_for >= left:
            return begins + left
        left -= max(open_for, timedelta())
    return None


def working_days_between(week: WorkingWeek, *, start: datetime, end: datetime) -> int:
    """How many of their working days lie after the day of `start`, up to and with the day of `end`."""
    last = _local(week, end).date()
    count = 0
    for day in _working_days(week, after=_local(week, start).date()):
        if day > last:
            break
        count += 1
    return count


def is_open(week: WorkingWeek, moment: datetime) -> bool:
    """True if `moment` lies in the stated hours."""
    local = _local(week, moment)
    if not works_on(week, local.date()):
        return False
    hours = week.days[local.weekday()]
    return hours.opens <= local.time() < hours.closes


def next_open_at(week: WorkingWeek, moment: datetime) -> datetime | None:
    """`moment` itself if open then, else the next opening, in UTC; None if there is none in two years."""
    if is_open(week, moment):
        return moment.astimezone(UTC)
    before = _local(week, moment).date() - timedelta(days=1)
    openings = (_moment(week, d, week.days[d.weekday()].opens) for d in _working_days(week, after=before))
    return next((opening for opening in openings if opening >= moment), None)


def week_of(
    timezone: str, days: Mapping[int, tuple[str, str]], closed: Sequence[date], pauses: Sequence[Pause] = ()
) -> WorkingWeek:
    """A week from plain values: `{1: ("09:00", "17:00")}` is Tuesdays nine to five."""
    hours = {d: Hours(time.fromisoformat(o), time.fromisoformat(c)) for d, (o, c) in days.items()}
    return WorkingWeek(timezone, hours, frozenset(closed), tuple(pauses))


def _working_days(week: WorkingWeek, *, after: date) -> Iterator[date]:
    for step in range(1, LONGEST_LOOK_DAYS + 1):
        day = after + timedelta(days=step)
        if works_on(week, day):
            yield day


def _local(week: WorkingWeek, moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(week.timezone))


def _moment(week: WorkingWeek, day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZoneInfo(week.timezone)).astimezone(UTC)
