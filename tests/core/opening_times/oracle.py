"""Opening hours said in another way: list the days one by one, then watch the clock on the wall each minute."""

from calendar import monthcalendar
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kith.core.opening_times import DAY_CODES, Written

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
LONGEST_TURN_BACK = timedelta(hours=3)
Opening = tuple[datetime, datetime]


def days_of(written: Written, start: date, end: date) -> list[date]:
    """Every day on which the schedule opens, from its own start (or `start`) to `end`."""
    listed = weekly_days if written.freq == "WEEKLY" else monthly_days
    days = [
        day for day in listed(written, written.dtstart or start, end) if day >= (written.dtstart or start)
    ]
    days = days[: written.count] if written.count else days
    return [
        day
        for day in days
        if (written.until is None or day <= written.until)
        and (written.valid_from is None or day >= written.valid_from)
        and (written.valid_to is None or day <= written.valid_to)
    ]


def weekly_days(written: Written, start: date, end: date) -> Iterator[date]:
    codes = written.byday.split(",") if written.byday else [DAY_CODES[start.weekday()]]
    first = start
    while DAY_CODES[first.weekday()] != (written.wkst or "MO"):
        first -= DAY
    while first <= end:
        week = [first + step * DAY for step in range(7)]
        yield from (day for day in week if DAY_CODES[day.weekday()] in codes)
        first += 7 * DAY * (written.interval or 1)


def monthly_days(written: Written, start: date, end: date) -> Iterator[date]:
    year, month = start.year, start.month
    while date(year, month, 1) <= end:
        yield from sorted(days_in_month(written, start, year, month))
        month += written.interval or 1
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1


def days_in_month(written: Written, start: date, year: int, month: int) -> set[date]:
    weeks = monthcalendar(year, month)
    numbers = [number for week in weeks for number in week if number]
    if not (written.byday or written.bymonthday):
        return {date(year, month, start.day)} if start.day in numbers else set()
    chosen = set(numbers)
    if written.bymonthday:
        chosen &= {pick for text in written.bymonthday.split(",") for pick in picked(numbers, int(text))}
    if written.byday:
        chosen &= {pick for text in written.byday.split(",") for pick in weekdays_picked(weeks, text)}
    return {date(year, month, number) for number in chosen}


def weekdays_picked(weeks: list[list[int]], text: str) -> list[int]:
    column = [week[DAY_CODES.index(text[-2:])] for week in weeks]
    numbers = [number for number in column if number]
    return picked(numbers, int(text[:-2])) if text[:-2] else numbers


def picked(numbers: list[int], nth: int) -> list[int]:
    """The nth of a list counted from 1, or from its end if negative; nothing where there is none."""
    at = nth - 1 if nth > 0 else len(numbers) + nth
    return [numbers[at]] if 0 <= at < len(numbers) else []


def openings(written: Written, start: date, end: date, closed: frozenset[date]) -> list[Opening]:
    """From when to when it is open, on the wall."""
    opens, closes = time.fromisoformat(written.opens_at), time.fromisoformat(written.closes_at)
    return [
        (datetime.combine(day, opens), datetime.combine(day + DAY if closes <= opens else day, closes))
        for day in days_of(written, start, end)
        if day not in closed
    ]


def minutes_open(listed: list[Opening], timezone: str, start: datetime, minutes: int) -> list[bool]:
    """For each minute from `start` (UTC), whether it is open.

    Nobody closes because the clock is turned back, and nobody opens twice: what counts is the latest
    time that the wall has shown so far.
    """
    zone = ZoneInfo(timezone)
    moment = start - LONGEST_TURN_BACK
    shown, found = moment.astimezone(zone).replace(tzinfo=None), []
    while len(found) < minutes:
        shown = max(shown, moment.astimezone(zone).replace(tzinfo=None))
        if moment >= start:
            found.append(any(opens <= shown < closes for opens, closes in listed))
        moment += MINUTE
    return found
