"""What people wrote, mended only where it is certain."""

import io

import pytest

from kith.exchange.wording.alphabets import TOO_LONG, TextLines
from kith.exchange.wording.clock_words import clock_text
from kith.exchange.wording.language_words import language_fields
from kith.exchange.wording.mended import mended
from kith.exchange.wording.weekdays import weekday_code


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Salvation ArmyGÇÖs", "Salvation Army’s"),
        ("Salvation ArmyΓÇÖs", "Salvation Army’s"),
        ("noon GÇô 5", "noon – 5"),
        ("GÇ£helpGÇ¥", "“help”"),
        ("Caf├⌐", "Café"),
        ("itâ€™s", "it’s"),
        ("CafÃ©", "Café"),
        ("Â£50", "£50"),
    ],
)
def test_a_certainly_wrong_alphabet_is_put_right(wrong: str, right: str) -> None:
    assert mended(wrong).text == right
    assert mended(wrong).is_mended
    assert not mended(wrong).is_doubtful


@pytest.mark.parametrize(
    "text", ["plain", "Café", "SÃO JOÃO", "GÜÇ", "Ελληνικά Γ", "“quoted” – dash", "£50", "ÂNGELA"]
)
def test_true_letters_stay(text: str) -> None:
    assert mended(text).text == text
    assert not mended(text).is_mended


def test_what_looks_damaged_and_is_not_certain_stays_and_is_noticed() -> None:
    found = mended("THE GÇÖ THING")

    assert (found.text, found.is_mended, found.is_doubtful) == ("THE GÇÖ THING", False, True)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("9:00am", "09:00"),
        ("9 AM", "09:00"),
        ("12:30 p.m.", "12:30"),
        ("12am", "00:00"),
        ("5.15 pm", "17:15"),
        ("10:00:00", "10:00:00"),
        ("09:30Z", "09:30Z"),
        ("9:00", "9:00"),
        ("13pm", "13pm"),
        ("dawn", "dawn"),
        ("", ""),
    ],
)
def test_times_are_written_one_way_where_that_is_certain(written: str, said: str) -> None:
    assert clock_text(written) == said


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("1", "MO"),
        ("7", "SU"),
        ("Monday", "MO"),
        ("tue", "TU"),
        ("Thurs", "TH"),
        ("Sundays", "SU"),
        ("SA", "SA"),
        *((word, "") for word in ("0", "8", "T", "S", "", "daily", "²")),
    ],
)
def test_weekdays_are_known_by_number_and_name(word: str, code: str) -> None:
    assert weekday_code(word) == code


@pytest.mark.parametrize(
    ("word", "fields"),
    [
        ("Spanish (limited)", {"name": "Spanish", "code": "es", "note": "limited"}),
        ("vi", {"name": "Vietnamese", "code": "vi"}),
        ("Castellano", {"name": "Castellano", "code": "es"}),
        ("Old Martian", {"name": "Old Martian"}),
        ("(all)", {"name": "(all)"}),
    ],
)
def test_languages_get_a_code_where_it_is_certain(word: str, fields: dict[str, str]) -> None:
    assert language_fields(word, {"castellano": "es"}) == fields


@pytest.mark.parametrize(
    ("content", "lines", "is_other"),
    [
        ("é\nö".encode(), ["é\n", "ö"], False),
        (b"\xef\xbb\xbf" + "é\n".encode(), ["é\n"], False),
        ("it’s\n".encode("cp1252") + "é\n".encode(), ["it’s\n", "é\n"], True),
        ("é\nö\n".encode("utf-16"), ["é\n", "ö\n"], False),
        (b"", [], False),
    ],
)
def test_lines_are_read_in_any_alphabet(content: bytes, lines: list[str], is_other: bool) -> None:
    read = TextLines(io.BytesIO(content))

    assert list(read) == lines
    assert read.is_other == is_other
    assert read.read_bytes == len(content)


def test_bytes_of_no_alphabet_become_signs_that_are_refused() -> None:
    assert list(TextLines(io.BytesIO(b"a\x81b\n"))) == ["a\ud800b\n"]


def test_an_endless_line_is_cut_and_the_next_is_read() -> None:
    content = b"x" * (5 * 1024 * 1024) + b"\nnext\n"

    assert list(TextLines(io.BytesIO(content))) == [f"{TOO_LONG}\n", "next\n"]
