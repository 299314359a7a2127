"""This week's opening hours from HSDS schedules: only what is certain counts, the rest stays words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS_ABBR

from kith.directory.models import Schedule
from kith.directory.views_of import DayHours, Hours, OpenWeek

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Rule:
    """Open every week on these weekdays (Monday 0) between two dates, if given."""

    weekdays: frozenset[int]
    hours: Hours
    first_on: date
    last_on: date


def open_week(rows: Iterable[Schedule], *, timezone: str, moment: datetime) -> OpenWeek:
    """The week, Monday first, in which `moment` lies at the place.

    Where words stand beside certain rules, open now is not known: the words may be an exception.
    """
    rows = list(rows)
    local = moment.astimezone(ZoneInfo(timezone))
    rules = [rule for rule in map(_rule, rows) if rule is not None]
    words = tuple(dict.fromkeys(filter(None, map(_words, rows))))
    if not rules:
        return OpenWeek((), words, None, None)
    monday = local.date() - timedelta(days=local.weekday())
    week = [monday + timedelta(days=step) for step in range(7)]
    days = tuple(DayHours(day, _hours_on(rules, day), day == local.date()) for day in week)
    closes_at = _closes_at(days[local.weekday()], local.time())
    return OpenWeek(days, words, None if words else closes_at is not None, None if words else closes_at)


def _rule(row: Schedule) -> Rule | None:
    weekdays = frozenset(DAYS.index(day) for day in row.byday.split(",") if day in DAYS)
    opens, closes = _clock_time(row.opens_at), _clock_time(row.closes_at)
    narrower = row.bymonthday or row.byweekno or row.byyearday or row.count
    is_weekly = row.freq == "WEEKLY" and row.interval in {None, 1} and not narrower
    if not (is_weekly and weekdays) or row.is_doubtful or opens is None or closes is None or opens >= closes:
        return None
    first_on = max(row.valid_from or date.min, row.dtstart or date.min)
    last_on = min(row.valid_to or date.max, row.until or date.max)
    return Rule(weekdays, Hours(opens, closes), first_on, last_on)


def _clock_time(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _hours_on(rules: list[Rule], day: date) -> tuple[Hours, ...]:
    holding = {
        rule.hours
        for rule in rules
        if day.weekday() in rule.weekdays and rule.first_on <= day <= rule.last_on
    }
    return tuple(sorted(holding, key=lambda hours: (hours.opens, hours.closes)))


def _closes_at(today: DayHours, at: time) -> time | None:
    closing = [hours.closes for hours in today.hours if hours.opens <= at < hours.closes]
    return max(closing, default=None)


def _words(row: Schedule) -> str:
    if _rule(row) is not None:
        return row.notes
    days = ", ".join(str(WEEKDAYS_ABBR[DAYS.index(day)]) for day in row.byday.split(",") if day in DAYS)
    hours = f"{row.opens_at[:5]}–{row.closes_at[:5]}" if row.opens_at and row.closes_at else ""
    return " · ".join(filter(None, (row.description, f"{days} {hours}".strip(), row.notes)))
