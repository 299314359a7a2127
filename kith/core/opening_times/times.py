"""All rules of one place, and the stretches in which they keep it open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.core.opening_times.moments import first_moment
from kith.core.opening_times.rule import OpenHours, OpeningRule

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpeningTimes:
    """The rules of one place in its own zone; on a day in `closed` nothing begins, but a night may end."""

    timezone: str
    rules: tuple[OpeningRule, ...]
    closed: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open from `opens_at` up to `closes_at`, in UTC."""

    opens_at: datetime
    closes_at: datetime


def hours_on(times: OpeningTimes, day: date) -> tuple[OpenHours, ...]:
    """What begins on `day`, on the wall of the place, by time."""
    if day in times.closed:
        return ()
    return tuple(sorted({rule.hours for rule in times.rules if rule.holds_on(day)}))


def merged_spans(times: OpeningTimes, *, first: date, last: date) -> Iterator[Span]:
    """The stretches that begin on these days, by time; what touches or overlaps is one stretch."""
    open_span: Span | None = None
    for span in _spans(times, first, last):
        if open_span is None:
            open_span = span
        elif span.opens_at <= open_span.closes_at:
            open_span = Span(open_span.opens_at, max(open_span.closes_at, span.closes_at))
        else:
            yield open_span
            open_span = span
    if open_span is not None:
        yield open_span


def _spans(times: OpeningTimes, first: date, last: date) -> Iterator[Span]:
    """By opening: a later time on the wall is never an earlier first moment."""
    for step in range((last - first).days + 1):
        day = first + step * DAY
        for hours in hours_on(times, day):
            span = _span(times.timezone, day, hours)
            if span.opens_at < span.closes_at:
                yield span


def _span(timezone: str, day: date, hours: OpenHours) -> Span:
    last_day = day + DAY if hours.is_overnight else day
    return Span(
        first_moment(timezone, datetime.combine(day, hours.opens)),
        first_moment(timezone, datetime.combine(last_day, hours.closes)),
    )
