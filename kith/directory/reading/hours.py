"""The coming week's opening hours from HSDS schedules: only what is certain counts, the rest stays words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kith.core.opening_times import (
    DAY_CODES,
    OpeningRule,
    OpeningTimes,
    Written,
    certain_rule,
    closes_at,
    hours_on,
    is_open,
)
from kith.directory.closed_days import ClosedDays, closed_days_in
from kith.directory.reading.rows import HoursRow
from kith.directory.views_of import DayHours, Hours, OpenWeek

SOON = timedelta(days=1)
NEAR = timedelta(days=60)


def open_week(rows: Iterable[HoursRow], *, timezone: str, moment: datetime) -> OpenWeek:
    """Seven days from the one at the place in which `moment` lies.

    Where words stand beside certain rules, open now is not known: the words may be an exception. Closed days
    are certain, and those that are near are said in `words` too.
    """
    today = moment.astimezone(ZoneInfo(timezone)).date()
    read = read_hours(rows, today=today)
    words = read.words
    near = [stretch for stretch in read.closed if stretch[1] >= today and stretch[0] <= today + NEAR]
    soon = tuple(closed_words(first, last) for first, last in near)
    off = frozenset(day for stretch in read.closed for day in days_of(*stretch))
    times = OpeningTimes(timezone, read.rules, off)
    if not times.rules:
        return OpenWeek((), words + soon, None, None)
    days = _days(times, moment)
    if words:
        return OpenWeek(days, words + soon, None, None)
    return OpenWeek(days, soon, is_open(times, moment), _closes_soon(times, moment))


@dataclass(frozen=True, slots=True)
class ReadHours:
    """Certain rules, what stays words, and the first and last day of each stretch that is closed, by time."""

    rules: tuple[OpeningRule, ...]
    words: tuple[str, ...]
    closed: tuple[tuple[date, date], ...]


def read_hours(rows: Iterable[HoursRow], *, today: date) -> ReadHours:
    """What these rows say; stretches that come each year are those of this year and its neighbours."""
    rows = list(rows)
    closed = [_closed(row) for row in rows]
    read = [(row, _rule(row)) for row, days in zip(rows, closed, strict=True) if days is None]
    words = dict.fromkeys(filter(None, (_words(row, rule) for row, rule in read)))
    off = {stretch for one in closed if one for stretch in one.stretches(around=today)}
    rules = tuple(rule for _, rule in read if rule is not None)
    return ReadHours(rules, tuple(words), tuple(sorted(off)))


def closed_words(first: date, last: date) -> str:
    """When it stays closed, for people."""
    if first == last:
        return _("Closed on %(day)s") % {"day": _day_words(first)}
    return _("Closed from %(first)s to %(last)s") % {"first": _day_words(first), "last": _day_words(last)}


def _day_words(day: date) -> str:
    return date_format(day, "j F Y")


def _closed(row: HoursRow) -> ClosedDays | None:
    has_hours = row.freq or row.byday or row.opens_at or row.closes_at or row.notes
    return None if has_hours else closed_days_in(row.description)


def days_of(first: date, last: date) -> Iterator[date]:
    """Each day from the first to the last."""
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def _rule(row: HoursRow) -> OpeningRule | None:
    return None if row.is_doubtful else certain_rule(_written(row))


def _written(row: HoursRow) -> Written:
    return Written(
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        freq=row.freq,
        interval=row.interval,
        wkst=row.wkst,
        byday=row.byday,
        bymonthday=row.bymonthday,
        byweekno=row.byweekno,
        byyearday=row.byyearday,
        count=row.count,
        dtstart=row.dtstart,
        until=row.until,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _days(times: OpeningTimes, moment: datetime) -> tuple[DayHours, ...]:
    today = moment.astimezone(ZoneInfo(times.timezone)).date()
    week = [today + timedelta(days=step) for step in range(7)]
    return tuple(
        DayHours(day, tuple(Hours(hours.opens, hours.closes) for hours in hours_on(times, day)), day == today)
        for day in week
    )


def _closes_soon(times: OpeningTimes, moment: datetime) -> time | None:
    """When it closes within a day, on the wall; a time further off would be read as today's."""
    closes = closes_at(times, moment)
    if closes is None or closes - moment >= SOON:
        return None
    return closes.astimezone(ZoneInfo(times.timezone)).time()


def _words(row: HoursRow, rule: OpeningRule | None) -> str:
    if rule is not None:
        return " · ".join(filter(None, (row.description, row.notes)))
    codes = [part.strip().upper() for part in row.byday.split(",")]
    days = _(", ").join(str(WEEKDAYS_ABBR[DAY_CODES.index(code)]) for code in codes if code in DAY_CODES)
    hours = f"{row.opens_at[:5]}–{row.closes_at[:5]}" if row.opens_at and row.closes_at else ""
    return " · ".join(filter(None, (row.description, f"{days} {hours}".strip(), row.notes)))
