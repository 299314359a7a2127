"""A meeting in a calendar: RFC 5545 to the letter, and a title that says nothing."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kith.web.partnerships.calendar_file import CalendarEntry, calendar_file, folded, text

STAMP = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def a_file(place: str = "The library", *, is_called_off: bool = False) -> bytes:
    entry = CalendarEntry(
        uid="1@kith",
        starts_at=datetime(2026, 12, 1, 14, tzinfo=ZoneInfo("America/New_York")),
        minutes=90,
        title="Meeting",
        place=place,
        is_called_off=is_called_off,
    )
    return calendar_file(entry, stamp=STAMP)


def unfolded(octets: bytes) -> str:
    return octets.decode().replace("\r\n ", "")


def test_it_is_one_event_in_utc_with_an_end() -> None:
    assert a_file().decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kith//Meetings//EN",
        "BEGIN:VEVENT",
        "UID:1@kith",
        "DTSTAMP:20261124T093000Z",
        "DTSTART:20261201T190000Z",
        "DTEND:20261201T203000Z",
        "SUMMARY:Meeting",
        "LOCATION:The library",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_one_that_is_called_off_says_so() -> None:
    assert b"STATUS:CANCELLED\r\n" in a_file(is_called_off=True)


def test_signs_that_mean_something_are_escaped() -> None:
    assert text("a\\b;c,d\r\ne\x07") == "a\\\\b\\;c\\,d\\ne"


def test_a_place_cannot_put_another_line_into_the_file() -> None:
    lines = unfolded(a_file("Here\r\nATTENDEE:mailto:x@y.example")).split("\r\n")

    assert "LOCATION:Here\\nATTENDEE:mailto:x@y.example" in lines
    assert not any(line.startswith("ATTENDEE") for line in lines)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_no_line_is_over_75_octets_and_no_sign_is_cut(words: str) -> None:
    octets = folded(f"LOCATION:{words}")

    lines = octets.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert unfolded(octets) == f"LOCATION:{words}\r\n"
