"""What people ask: is it open, until when, when again, and when between two moments."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kith.core.opening_times.times import OpeningTimes, Span, merged_spans

LONGEST_LOOK_DAYS = 60
LONGEST_SPAN = timedelta(days=2)
"""A stretch ends on the day after it began at the latest; where a zone leaves out a day, on the one after."""
DAY = timedelta(days=1)


def is_open(times: OpeningTimes, moment: datetime) -> bool:
    """True if the place is open at `moment`."""
    around = _local_day(times, moment)
    spans = merged_spans(times, first=around - LONGEST_SPAN, last=around + DAY)
    return any(span.opens_at <= moment < span.closes_at for span in spans)


def closes_at(times: OpeningTimes, moment: datetime) -> datetime | None:
    """When it closes next, in UTC; None if it is closed, or stays open for 60 days."""
    end = moment + timedelta(days=LONGEST_LOOK_DAYS)
    now = next((span for span in _from(times, moment) if span.closes_at > moment), None)
    if now is None or now.opens_at > moment or now.closes_at > end:
        return None
    return now.closes_at


def opens_next(times: OpeningTimes, moment: datetime) -> datetime | None:
    """When it opens the next time after `moment`, in UTC; None if not within 60 days."""
    end = moment + timedelta(days=LONGEST_LOOK_DAYS)
    following = next((span for span in _from(times, moment) if span.opens_at > moment), None)
    return following.opens_at if following is not None and following.opens_at <= end else None


def spans_between(times: OpeningTimes, *, start: datetime, end: datetime) -> list[Span]:
    """The stretches in which it is open between two moments, by time, cut off at both; none touch."""
    first, last = _local_day(times, start) - LONGEST_SPAN, _local_day(times, end) + DAY
    spans = merged_spans(times, first=first, last=last)
    cut = (Span(_within(s.opens_at, start, end), _within(s.closes_at, start, end)) for s in spans)
    return [span for span in cut if span.opens_at < span.closes_at]


def _from(times: OpeningTimes, moment: datetime) -> Iterator[Span]:
    day = _local_day(times, moment)
    return merged_spans(times, first=day - LONGEST_SPAN, last=day + timedelta(days=LONGEST_LOOK_DAYS + 1))


def _local_day(times: OpeningTimes, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(times.timezone)).date()


def _within(moment: datetime, start: datetime, end: datetime) -> datetime:
    return min(max(moment, start), end)
