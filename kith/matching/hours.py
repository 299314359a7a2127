"""Weeks: each kept once, as bits that propose and as exact ranges that decide."""

from array import array
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from kith.matching.documents import MINUTES_A_DAY, MINUTES_A_WEEK, Week
from kith.matching.layout import I2, I4, I8, NO_WEEK, U1, U4, Arrays, Bools
from kith.matching.spans import parts_of, spread

QUARTER = MINUTES_A_DAY // 4
QUARTERS = 28
FIRST_YEAR, LAST_YEAR = 2, 9998
"""Moments beyond have no day in every zone."""


def quarters(week: Week) -> int:
    """28 bits, Monday night first: the quarters of days in which it is, or may be, open."""
    found = 0
    for first, last in _sound(week.ranges):
        for quarter in range(first // QUARTER, (last - 1) // QUARTER + 1):
            found |= 1 << quarter % QUARTERS
    return found


def _sound(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that can be: they begin in the week, are not empty, and are no longer than a week."""
    return sorted((a, b) for a, b in ranges if 0 <= a < MINUTES_A_WEEK and a < b <= a + MINUTES_A_WEEK)


@dataclass(frozen=True, slots=True)
class WeekColumns:
    """The arrays of all weeks, and `sched` for each."""

    sched: U4
    wzone: I2
    wexact: U1
    wstart: I4
    wfirst: I2
    wlast: I2
    cstart: I4
    cday: I4
    zones: tuple[str, ...]


@cache
def is_zone(name: str) -> bool:
    """Whether there is such a time zone."""
    try:
        return bool(ZoneInfo(name).key)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return False


class WeekPacker:
    """Gathers weeks, each once."""

    def __init__(self) -> None:
        self._numbers: dict[Week, int] = {}

    def number(self, week: Week | None) -> int:
        """The week's number; -1 where the hours are not known, or there is no such zone."""
        if week is None or not is_zone(week.zone):
            return NO_WEEK
        return self._numbers.setdefault(week, len(self._numbers))

    def columns(self) -> WeekColumns:
        """All weeks so far."""
        weeks = list(self._numbers)
        zones = sorted({week.zone for week in weeks})
        ranges = [_sound(week.ranges) for week in weeks]
        closed = [sorted({day.toordinal() for day in week.closed_on}) for week in weeks]
        return WeekColumns(
            sched=np.array([quarters(week) for week in weeks], np.uint32),
            wzone=np.array([zones.index(week.zone) for week in weeks], np.int16),
            wexact=np.array([week.is_exact for week in weeks], np.uint8),
            wstart=starts(ranges),
            wfirst=np.array([first for one in ranges for first, _last in one], np.int16),
            wlast=np.array([last for one in ranges for _first, last in one], np.int16),
            cstart=starts(closed),
            cday=np.array([day for one in closed for day in one], np.int32),
            zones=tuple(zones),
        )


def starts(parts: Iterable[Collection[object]]) -> I4:
    """Where each of these begins when all are laid end to end, and where the last one ends."""
    lengths = array("l", [0])
    lengths.extend(len(part) for part in parts)
    return np.cumsum(np.frombuffer(lengths, np.int_), dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Clock:
    """One moment in every zone of a generation: minute of the week, day, and the bit of the quarter."""

    minute: I8
    day: I8
    quarter: U4


def clock(moment: datetime, zones: Iterable[str]) -> Clock:
    """The moment, which knows its zone, in each of these."""
    moment = moment.replace(year=min(max(moment.year, FIRST_YEAR), LAST_YEAR))
    there = [moment.astimezone(ZoneInfo(zone)) for zone in zones]
    minutes = [one.weekday() * MINUTES_A_DAY + one.hour * 60 + one.minute for one in there]
    return Clock(
        np.array(minutes, np.int64),
        np.array([one.toordinal() for one in there], np.int64),
        np.array([1 << minute // QUARTER for minute in minutes], np.uint32),
    )


def open_weeks(arrays: Arrays, weeks: I8, now: Clock) -> Bools:
    """For each of these weeks (none of them -1), whether one of its ranges holds the moment."""
    which, at = spread(*parts_of(arrays.wstart, weeks))
    zone = arrays.wzone[weeks[which]]
    minute, first, last = now.minute[zone], arrays.wfirst[at].astype(np.int64), arrays.wlast[at]
    is_late = minute < first  # then only a range that began last week can still run
    minute = minute + is_late * MINUTES_A_WEEK
    runs = (first <= minute) & (minute < last)
    began = now.day[zone] - (minute // MINUTES_A_DAY - first // MINUTES_A_DAY)
    which, began = which[runs], began[runs]
    which = which[~_is_closed(arrays, weeks[which], began)]
    found = np.zeros(len(weeks), np.bool_)
    found[which] = True
    return found


def _is_closed(arrays: Arrays, weeks: I8, days: I8) -> Bools:
    """For each week, whether it is closed on the day beside it."""
    found = np.zeros(len(weeks), np.bool_)
    if len(arrays.cday):
        which, at = spread(*parts_of(arrays.cstart, weeks))
        found[which[arrays.cday[at] == days[which]]] = True
    return found
