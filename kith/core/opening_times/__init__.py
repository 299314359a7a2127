"""When a place is open: rules that come back, in the place's own time zone, over midnight and clock changes.

What counts as certain, and what a change of the clock does: docs/explanation/opening-hours.md.
"""

from kith.core.opening_times.certain import Written, certain_rule
from kith.core.opening_times.moments import first_moment, utc_offset_at
from kith.core.opening_times.nights import is_believable_night
from kith.core.opening_times.questions import closes_at, is_open, opens_next, spans_between
from kith.core.opening_times.rule import DAY_CODES, Frequency, OpenHours, OpeningRule
from kith.core.opening_times.times import OpeningTimes, Span, hours_on

__all__ = [
    "DAY_CODES",
    "Frequency",
    "OpenHours",
    "OpeningRule",
    "OpeningTimes",
    "Span",
    "Written",
    "certain_rule",
    "closes_at",
    "first_moment",
    "hours_on",
    "is_believable_night",
    "is_open",
    "opens_next",
    "spans_between",
    "utc_offset_at",
]
