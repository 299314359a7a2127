"""A meeting as an iCalendar file (RFC 5545): one event, in UTC, lines of at most 75 octets."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MOST_OCTETS = 75
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """What a calendar is told. The title is neutral: others may look over a shoulder."""

    uid: str
    starts_at: datetime
    minutes: int
    title: str
    place: str
    is_called_off: bool


def calendar_file(entry: CalendarEntry, *, stamp: datetime) -> bytes:
    """The whole file, CRLF after each line."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kith//Meetings//EN",
        "BEGIN:VEVENT",
        f"UID:{text(entry.uid)}",
        f"DTSTAMP:{moment(stamp)}",
        f"DTSTART:{moment(entry.starts_at)}",
        f"DTEND:{moment(entry.starts_at + timedelta(minutes=entry.minutes))}",
        f"SUMMARY:{text(entry.title)}",
        *([f"LOCATION:{text(entry.place)}"] if entry.place else []),
        f"STATUS:{'CANCELLED' if entry.is_called_off else 'CONFIRMED'}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def text(words: str) -> str:
    """Words as iCalendar writes them: signs that mean something there escaped, no other control sign."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in plain if sign == "\n" or (sign >= " " and sign != "\x7f"))
    return "".join(ESCAPED.get(sign, sign) for sign in kept)


def moment(at: datetime) -> str:
    """A moment in UTC: 20261201T140000Z."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def folded(line: str) -> bytes:
    """One content line with its CRLF; what is over 75 octets goes on behind a blank, no sign cut apart."""
    parts, part, room = [], b"", MOST_OCTETS
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > room:
            parts.append(part)
            part, room = b"", MOST_OCTETS - 1
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
