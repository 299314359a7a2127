"""From opening hours to one week of minutes: exact where one week says all, else all it may be open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from kith.core.opening_times import Frequency, OpenHours, OpeningRule
from kith.directory.reading.hours import days_of, read_hours
from kith.directory.reading.rows import HoursRow
from kith.matching.documents import MINUTES_A_DAY, Week

WEEK = 7
LOOK_BACK = timedelta(days=2)
LOOK_AHEAD = timedelta(days=400)
LOOK_AGAIN = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class KnownWeek:
    """The week; `until` is the day on which it has to be worked out anew, because time alone changes it."""

    week: Week
    until: date | None


def known_week(rows: Iterable[HoursRow], *, zone: str, today: date) -> KnownWeek | None:
    """The week that these rows say; None where they say none, or words stand beside the certain rules.

    Such words may be an exception: nobody can be told that it is surely open.
    """
    read = read_hours(rows, today=today)
    rules = [rule for rule in read.rules if rule.last_on >= today - LOOK_BACK]
    if not rules or read.words:
        return None
    off = sorted({day for stretch in read.closed for day in days_of(*stretch)})
    near = tuple(day for day in off if today - LOOK_BACK <= day <= today + LOOK_AHEAD)
    is_exact = all(_is_weekly(rule, today) for rule in rules)
    return KnownWeek(Week(zone, _ranges(rules), near, is_exact), _until(rules, today, has_closed=bool(off)))


def _is_weekly(rule: OpeningRule, today: date) -> bool:
    """True if every week from two days ago on is the same."""
    return (
        rule.frequency == Frequency.WEEKLY
        and rule.interval == 1
        and not rule.monthdays
        and all(nth == 0 for nth, _ in rule.weekdays)
        and rule.first_on <= today - LOOK_BACK
        and rule.last_on == date.max
    )


def _ranges(rules: Sequence[OpeningRule]) -> tuple[tuple[int, int], ...]:
    """Each day's own stretches, by time; none reaches into the next day's but a night."""
    by_day: dict[int, list[tuple[int, int]]] = {}
    for rule in rules:
        for day in {day for _, day in rule.weekdays} or range(WEEK):
            by_day.setdefault(day, []).append(_range(day, rule.hours))
    return tuple(one for day in sorted(by_day) for one in _merged(sorted(by_day[day])))


def _range(day: int, hours: OpenHours) -> tuple[int, int]:
    start = day * MINUTES_A_DAY
    last = _minute(hours.closes) + (MINUTES_A_DAY if hours.is_overnight else 0)
    return start + _minute(hours.opens), start + last


def _merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged = [ranges[0]]
    for first, last in ranges[1:]:
        if first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _until(rules: Sequence[OpeningRule], today: date, *, has_closed: bool) -> date | None:
    """The next day on which a rule begins or has ended, or closed days that come each year move on."""
    turns = [rule.first_on + LOOK_BACK for rule in rules if rule.first_on > today - LOOK_BACK]
    turns += [rule.last_on + LOOK_BACK + timedelta(days=1) for rule in rules if rule.last_on < date.max]
    turns += [today + LOOK_AGAIN] if has_closed else []
    return min((day for day in turns if day > today), default=None)
