"""From a schedule as it was written to a rule, where nothing is left to guess."""

import re
from dataclasses import dataclass, replace
from datetime import date, time

from kith.core.opening_times.rule import DAY_CODES, Frequency, OpenHours, OpeningRule, nth_day

WALL = 5
LONGEST_COUNT_DAYS = 20 * 366
BYDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
MONTHDAY = re.compile(r"[+-]?(?:0?[1-9]|[12]\d|3[01])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Written:
    """The fields of an HSDS schedule that make a rule; the first five signs of a time are `HH:MM`."""

    opens_at: str
    closes_at: str
    freq: str = ""
    interval: int | None = None
    wkst: str = ""
    byday: str = ""
    bymonthday: str = ""
    byweekno: str = ""
    byyearday: str = ""
    count: int | None = None
    dtstart: date | None = None
    until: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None


class _Unsure(ValueError):
    """Something is left to guess."""


def certain_rule(written: Written) -> OpeningRule | None:
    """The rule, read as RFC 5545 says; None where that leaves anything to guess."""
    try:
        return _counted(written, _rule(written))
    except ValueError:
        return None


def _rule(written: Written) -> OpeningRule:
    _check(written)
    frequency = Frequency(written.freq)
    weekdays = frozenset(map(_weekday, _listed(written.byday)))
    monthdays = frozenset(map(_monthday, _listed(written.bymonthday)))
    if frequency == Frequency.WEEKLY and (monthdays or any(nth for nth, _ in weekdays)):
        raise _Unsure
    if not (weekdays or monthdays):
        weekdays, monthdays = _days_of_start(frequency, written.dtstart)
    return OpeningRule(
        hours=OpenHours(_clock_time(written.opens_at), _clock_time(written.closes_at)),
        frequency=frequency,
        weekdays=weekdays,
        monthdays=monthdays,
        interval=1 if written.interval is None else written.interval,
        week_start=DAY_CODES.index(written.wkst.strip().upper() or DAY_CODES[0]),
        starts_on=written.dtstart,
        first_on=max(written.valid_from or date.min, written.dtstart or date.min),
        last_on=min(written.valid_to or date.max, written.until or date.max),
    )


def _check(written: Written) -> None:
    """No weeks or days of the year: sources number them in different ways. No length that says nothing."""
    if written.byweekno.strip() or written.byyearday.strip():
        raise _Unsure
    if written.opens_at[:WALL] == written.closes_at[:WALL]:
        raise _Unsure


def _listed(text: str) -> list[str]:
    return [part.strip().upper() for part in text.split(",") if part.strip()]


def _weekday(text: str) -> tuple[int, int]:
    found = BYDAY.fullmatch(text)
    if found is None:
        raise _Unsure
    return int(found[1] or 0), DAY_CODES.index(found[2])


def _monthday(text: str) -> int:
    if not MONTHDAY.fullmatch(text):
        raise _Unsure
    return int(text)


def _days_of_start(
    frequency: Frequency, start: date | None
) -> tuple[frozenset[tuple[int, int]], frozenset[int]]:
    """A rule that names no day comes back on the day of its start."""
    if start is None:
        raise _Unsure
    if frequency == Frequency.WEEKLY:
        return frozenset({(0, start.weekday())}), frozenset()
    return frozenset(), frozenset({start.day})


def _clock_time(text: str) -> time:
    return time.fromisoformat(text[:WALL]).replace(tzinfo=None)


def _counted(written: Written, rule: OpeningRule) -> OpeningRule:
    """The rule with its last day, where a number of times is given.

    That number counts from the start, which has to be one of the days, and stands alone.
    """
    if written.count is None:
        return rule
    start = written.dtstart
    if start is None or written.until is not None or written.count < 1 or not rule.names(start):
        raise _Unsure
    end = nth_day(rule, start=start, count=written.count, within_days=LONGEST_COUNT_DAYS)
    if end is None:
        raise _Unsure
    return replace(rule, last_on=min(rule.last_on, end))
