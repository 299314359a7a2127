"""Lists that hang on a listing as plain lines, and back: numbers, languages, stretches of hours."""

import re

from kith.core.languages import language_name, normal_tag
from kith.directory.closed_days import ClosedDays, closed_days_in
from kith.directory.phone_numbers import dialled
from kith.directory.records import LanguageRecord, PhoneRecord, ScheduleRecord

LONGEST_PHONE = 200
EXTENSION = re.compile(r"ext\.? *(\S{1,40})", re.IGNORECASE)
DAYS = "MO|TU|WE|TH|FR|SA|SU"
HOURS = re.compile(rf"((?:{DAYS})(?:,(?:{DAYS}))*) ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def lines_of(text: str) -> list[str]:
    """The lines with something on them, each once."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def phone_line(number: str, extension: str, description: str) -> str:
    """One number: `020 7946 0000, ext 12, front desk`."""
    parts = (number, f"ext {extension}" if extension else "", description)
    return " ".join(", ".join(filter(None, parts)).split())


def phones_in(text: str) -> tuple[PhoneRecord, ...]:
    """The numbers in the lines; a line that begins with none is kept, and cannot be dialled."""
    return tuple(map(_phone, lines_of(text)))


def language_line(code: str, name: str) -> str:
    """One language: its code, or its name where the source gave no code."""
    return code or name


def languages_in(text: str) -> tuple[LanguageRecord, ...]:
    """The languages in the lines: codes, or names that are kept as they are."""
    return tuple(map(_language, lines_of(text)))


def is_weekly_line(line: str) -> bool:
    """True for `MO,WE 09:00-17:00`."""
    return HOURS.fullmatch(line) is not None


def weekly_line(byday: str, opens_at: str, closes_at: str) -> str:
    """One stretch of hours in every week."""
    return f"{byday.upper().replace(' ', '')} {opens_at[:5]}-{closes_at[:5]}"


def hours_in(text: str) -> tuple[ScheduleRecord, ...]:
    """Weekly hours and closed days, one record a line; all other lines are one record in words."""
    lines = lines_of(text)
    rules = tuple(_rule(line) for line in lines if is_weekly_line(line))
    closed = tuple(_closed(one) for line in lines if (one := closed_days_in(line)))
    words = "\n".join(line for line in lines if not (is_weekly_line(line) or closed_days_in(line)))
    certain = (*rules, *closed)
    return (*certain, ScheduleRecord(description=words)) if words else certain


def _closed(days: ClosedDays) -> ScheduleRecord:
    valid_from, valid_to = days.valid
    return ScheduleRecord(description=days.line, valid_from=valid_from, valid_to=valid_to)


def _rule(line: str) -> ScheduleRecord:
    days, hours = line.split(" ")
    opens_at, closes_at = hours.split("-")
    return ScheduleRecord(freq="WEEKLY", byday=days, opens_at=opens_at, closes_at=closes_at)


def _phone(line: str) -> PhoneRecord:
    number, *rest = [part.strip() for part in line.split(",")]
    found = EXTENSION.fullmatch(rest[0]) if rest else None
    extension = found.group(1) if found else ""
    description = ", ".join(rest[1:] if found else rest)
    return PhoneRecord(
        number=number[:LONGEST_PHONE],
        extension=extension,
        description=description,
        is_dialable=bool(dialled(number)),
    )


def _language(line: str) -> LanguageRecord:
    try:
        code = normal_tag(line)
    except ValueError:
        return LanguageRecord(name=line[:100])
    return LanguageRecord(code=code, name=language_name(code, shown_in="en"))
