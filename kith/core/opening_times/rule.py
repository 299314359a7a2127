"""One rule that comes back: on which days a place opens, and from when to when."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK = 7


class Frequency(StrEnum):
    """How a rule comes back: HSDS schedule.freq."""

    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


@dataclass(frozen=True, slots=True, order=True)
class OpenHours:
    """Open from `opens` to `closes` on the wall of the place; to the next day if `closes` is not later."""

    opens: time
    closes: time

    @property
    def is_overnight(self) -> bool:
        """True if it closes on the day after it opened."""
        return self.closes <= self.opens


@dataclass(frozen=True, slots=True)
class OpeningRule:
    """Open for `hours` on each day from `first_on` to `last_on` that the rule names.

    `weekdays` are pairs: which one in the month (2: the second, -1: the last, 0: each), and the weekday
    (Monday 0). `monthdays` count from the month's start, or from its end if negative. A day must suit both
    where both are given. `starts_on` is the day from which `interval` counts, in weeks that begin on
    `week_start`, or in months.
    Raises ValueError if no day is named, or an interval has no start.
    """

    hours: OpenHours
    frequency: Frequency = Frequency.WEEKLY
    weekdays: frozenset[tuple[int, int]] = frozenset()
    monthdays: frozenset[int] = frozenset()
    interval: int = 1
    week_start: int = 0
    starts_on: date | None = None
    first_on: date = date.min
    last_on: date = date.max

    def __post_init__(self) -> None:
        if not (self.weekdays or self.monthdays):
            raise ValueError("A rule must name days.")
        if self.interval < 1 or (self.interval > 1 and self.starts_on is None):
            raise ValueError("An interval counts from a day.")

    def holds_on(self, day: date) -> bool:
        """True if the place opens on `day`."""
        return self.first_on <= day <= self.last_on and self.names(day)

    def names(self, day: date) -> bool:
        """True if `day` is one of the rule's days, whatever its first and last day."""
        return self._is_in_turn(day) and self._is_weekday(day) and self._is_monthday(day)

    def _is_in_turn(self, day: date) -> bool:
        if self.starts_on is None:
            return True
        if day < self.starts_on:
            return False
        if self.frequency == Frequency.WEEKLY:
            days = self._week(day) - self._week(self.starts_on)
            return days // WEEK % self.interval == 0
        months = (day.year - self.starts_on.year) * 12 + day.month - self.starts_on.month
        return months % self.interval == 0

    def _week(self, day: date) -> int:
        """The number of the day on which the week of `day` begins."""
        return day.toordinal() - (day.weekday() - self.week_start) % WEEK

    def _is_weekday(self, day: date) -> bool:
        if not self.weekdays:
            return True
        from_start = (day.day - 1) // WEEK + 1
        from_end = -((_days_in_month(day) - day.day) // WEEK + 1)
        return any((nth, day.weekday()) in self.weekdays for nth in (0, from_start, from_end))

    def _is_monthday(self, day: date) -> bool:
        if not self.monthdays:
            return True
        return day.day in self.monthdays or day.day - _days_in_month(day) - 1 in self.monthdays


def nth_day(rule: OpeningRule, *, start: date, count: int, within_days: int) -> date | None:
    """The `count`-th day that the rule names from `start` on; None if it is not reached `within_days`."""
    left = count
    for step in range(within_days):
        left -= rule.names(start + timedelta(days=step))
        if left == 0:
            return start + timedelta(days=step)
    return None


def _days_in_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]
