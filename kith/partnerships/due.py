"""When an agreement is to be looked at again, when it ends, and how near that is."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kith.partnerships.clauses.meeting import REMIND_DAYS, ReviewCycle

END_DAYS = (90, 30, 7)
MONTHS = 12


class DueKind(StrEnum):
    """What comes near."""

    REVIEW = "review"
    END = "end"


@dataclass(frozen=True, slots=True)
class Held:
    """A review that was held, and when the parties said they look again, if they did."""

    held_on: date
    next_on: date | None


@dataclass(frozen=True, slots=True)
class Near:
    """`days` before `due_on` (less than 0: after it); `threshold` is the reminder that it has reached."""

    kind: DueKind
    due_on: date
    days: int
    threshold: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates of the words that bind, their review cycle, and the newest review held under them."""

    starts_on: date
    review_on: date | None
    ends_on: date | None
    cycle: ReviewCycle | None
    held: Held | None


def next_review(dates: Dates) -> date | None:
    """When the parties look again: as they said last, else as the words and the cycle say.

    A review that was held under these words settles the day that they name.
    """
    if dates.held is None:
        return dates.review_on or _after(dates.starts_on, dates.cycle)
    return dates.held.next_on or _after(dates.held.held_on, dates.cycle)


def coming_due(dates: Dates, *, today: date) -> list[Near]:
    """The review and the last day, each where a reminder is due; the last day goes by once it is over."""
    review, found = next_review(dates), []
    if review is not None and (dates.ends_on is None or review <= dates.ends_on):
        remind = dates.cycle.remind_days if dates.cycle else REMIND_DAYS
        found += _near(DueKind.REVIEW, review, remind, today)
    if dates.ends_on is not None:
        found += _near(DueKind.END, dates.ends_on, END_DAYS, today)
    return sorted(found, key=lambda near: near.due_on)


def _near(kind: DueKind, due_on: date, thresholds: Iterable[int], today: date) -> list[Near]:
    days = (due_on - today).days
    reached = [threshold for threshold in thresholds if days <= threshold]
    return [Near(kind, due_on, days, min(reached))] if reached else []


def _after(day: date, cycle: ReviewCycle | None) -> date | None:
    """So many months later, on the same day of the month or its last."""
    if cycle is None:
        return None
    months = day.month - 1 + cycle.every_months
    year, month = day.year + months // MONTHS, months % MONTHS + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
