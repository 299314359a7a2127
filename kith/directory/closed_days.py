"""Days on which a place stays closed, as a line: `Closed 2026-12-25`, a stretch, or `Closed 12-25` (yearly).

HSDS has no field for holidays. So such a line is the description of a schedule without hours, which every
reader of HSDS can read, and only such a line is certain.
"""

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WORD = "Closed"
TO = " – "
DAY = r"((?:\d{4}-)?\d\d-\d\d)"
LINE = re.compile(rf"{WORD} {DAY}(?: ?[-–—] ?{DAY})?", re.IGNORECASE)
YEARLY = len("12-25")
LEAP = "02-29"
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """From the first to the last day, both closed: `YYYY-MM-DD`, or `MM-DD` for each year."""

    first: str
    last: str
    is_yearly: bool

    @property
    def line(self) -> str:
        """As it is kept and published."""
        return f"{WORD} {self.first}{TO + self.last if self.last != self.first else ''}"

    @property
    def valid(self) -> tuple[date | None, date | None]:
        """HSDS valid_from and valid_to; None where it is so each year."""
        return (None, None) if self.is_yearly else (_day(self.first), _day(self.last))

    def stretches(self, *, around: date) -> Iterator[tuple[date, date]]:
        """The first and the last day; where it is so each year, those of this year and its neighbours."""
        if not self.is_yearly:
            yield date.fromisoformat(self.first), date.fromisoformat(self.last)
            return
        for year in range(around.year - 1, around.year + 2):
            first, last = self.first, self.last
            last_year = year if first <= last else year + 1
            if first != last:
                first = "03-01" if first == LEAP and not isleap(year) else first
                last = "02-28" if last == LEAP and not isleap(last_year) else last
            opens, closes = _day(first, year), _day(last, last_year)
            if opens and closes:
                yield opens, closes


def closed_days_in(line: str) -> ClosedDays | None:
    """What the line says; None where it is no such line, or names no such days, or more than a year."""
    found = LINE.fullmatch(line.strip())
    if found is None:
        return None
    first, last = found[1], found[2] or found[1]
    is_yearly = len(first) == YEARLY
    if is_yearly is not (len(last) == YEARLY):
        return None
    # 29 February is a day of some years.
    opens, closes = _day(first, 2000 if is_yearly else None), _day(last, 2000 if is_yearly else None)
    if opens is None or closes is None:
        return None
    if not is_yearly and not timedelta() <= closes - opens <= LONGEST:
        return None
    return ClosedDays(first, last, is_yearly)


def looks_closed(line: str) -> bool:
    """True for a line that begins as one of closed days does, whether or not its days are any."""
    return re.match(rf"{WORD} (?:\d{{4}}-)?\d\d?-\d\d?", line.strip(), re.IGNORECASE) is not None


def _day(text: str, year: int | None = None) -> date | None:
    try:
        return date.fromisoformat(text if year is None else f"{year:04}-{text}")
    except ValueError:
        return None
