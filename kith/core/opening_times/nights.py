"""Which hours that end at or before they begin are a night, and which are a slip of the pen."""

from datetime import time

EVENING = 16 * 60
LATE = 22 * 60
MORNING = 10 * 60
WHOLE_NIGHT = 6 * 60
DAY = 24 * 60


def is_believable_night(opens: time, closes: time) -> bool:
    """True if hours that pass midnight look like a night, and not like morning and evening mixed up.

    They begin at 16:00 or later and end by 10:00. Those that begin at 22:00 or later last six hours at least:
    of 1,890 published rules 36 pass midnight, all of food pantries, and the only one that looked like
    a night was 23:00 to 03:00, which is eleven to three.
    """
    first, last = _minutes(opens), _minutes(closes)
    is_night = first >= EVENING and last <= MORNING
    return is_night and (first < LATE or last + DAY - first >= WHOLE_NIGHT)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
