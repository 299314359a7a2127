"""What a room above tells of one promise, and what became of it. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core.working_time import WorkingWeek, working_days_between
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.terms import PromiseResult


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseTold:
    """One asking as it stands now; telling it again, in whatever order, ends the same.

    `source_id` is the upper room's record, never shown. `is_promised`: a promise was made when it was asked.
    `answered_at` is when the answer was given, not when it was written down (promise 16).
    """

    source_id: UUID
    kind: ClauseKind
    promiser_id: UUID
    towards_id: UUID
    service_id: UUID | None
    asked_at: datetime
    is_promised: bool
    due_at: datetime | None
    answered_at: datetime | None
    answer: str
    closed_at: datetime | None


def result_of(
    *, due_at: datetime | None, answered_at: datetime | None, closed_at: datetime | None
) -> PromiseResult:
    """What became of it. Without a clock nothing is past; what ended before its time was called off."""
    if answered_at is None and closed_at is None:
        return PromiseResult.WAITING
    if due_at is None:
        return PromiseResult.NO_CLOCK if answered_at else PromiseResult.CALLED_OFF
    if answered_at is not None:
        return PromiseResult.IN_TIME if answered_at <= due_at else PromiseResult.PAST
    return PromiseResult.CALLED_OFF if closed_at and closed_at <= due_at else PromiseResult.PAST


def days_it_ran(week: WorkingWeek, *, asked_at: datetime, until: datetime | None) -> tuple[date, date]:
    """The first and the last day of the asking, in the promiser's own days."""
    zone = ZoneInfo(week.timezone)
    first = asked_at.astimezone(zone).date()
    return first, max(first, until.astimezone(zone).date()) if until else first


def answered_days(week: WorkingWeek, *, asked_at: datetime, answered_at: datetime | None) -> int | None:
    """How many of the promiser's own working days the answer took, pauses left out; None: not known."""
    if answered_at is None or not week.is_known:
        return None
    return working_days_between(week, start=asked_at, end=answered_at)


def was_paused(week: WorkingWeek, first: date, last: date) -> bool:
    """True if a pause held on one of these days."""
    return any(pause.first_on <= last and pause.last_on >= first for pause in week.pauses)
