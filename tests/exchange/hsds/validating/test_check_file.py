"""Every form of a file is checked; what cannot be read is told, and the rest is checked all the same."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.exchange.hsds.read_file import LONGEST_RECORD
from kith.exchange.hsds.validating.checking import Wish
from kith.exchange.hsds.validating.errors import CannotRead
from kith.exchange.hsds.validating.finding import Severity
from tests.environment import scaled
from tests.exchange.hsds.validating.checks import TODAY, checked, faults, findings, kinds, short
from tests.exchange.hsds.validating.sound import a_location, a_service, a_term, id_of, put

GOOD = json.dumps(a_service())
BAD = json.dumps(put(a_service(), "/status", "open"))


def page(*records: object, **changes: object) -> dict[str, object]:
    count = len(records)
    whole = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count, "first_page": True}
    return {**whole, "last_page": True, "empty": not count, "contents": list(records), **changes}


@pytest.mark.parametrize(
    "text, records",
    [
        (GOOD, 1),
        (json.dumps(a_service(), indent=1), 1),
        ("\ufeff" + GOOD, 1),
        (json.dumps([a_service()]), 1),
        (json.dumps(page(a_service())), 1),
        (GOOD + "\n\r\n" + GOOD.replace(id_of("service"), id_of("other service")), 2),
        (json.dumps(page()), 0),
        (
            json.dumps(
                {"version": "3.1", "profile": "https://a.example", "openapi_url": "https://a.example/o"}
            ),
            0,
        ),
        (json.dumps({"locations.csv": [{"id": id_of("location"), "location_type": "postal"}]}), 1),
    ],
    ids=short,
)
def test_a_sound_file_of_any_form_has_no_fault(tmp_path: Path, text: str, records: int) -> None:
    tally = checked(tmp_path / "file", text)

    assert faults(tally) == []
    assert tally.records == records


@pytest.mark.parametrize(
    "text, where",
    [
        (BAD, ("", 0, "/status")),
        (json.dumps([a_term(), json.loads(BAD)]), ("", 0, "/1/status")),
        (json.dumps(page(json.loads(BAD))), ("", 0, "/contents/0/status")),
        (json.dumps(a_term()) + "\n\n" + BAD, ("", 3, "/status")),
    ],
    ids=short,
)
def test_a_fault_is_told_with_its_line_and_pointer(
    tmp_path: Path, text: str, where: tuple[object, ...]
) -> None:
    assert faults(checked(tmp_path / "file", text)) == [("unknown-word", *where)]


@pytest.mark.parametrize(
    "text, words",
    [
        (b"", "empty"),
        (b"  \n \n", "empty"),
        (b"<html></html>", "neither JSON nor"),
        (b"\x89PNG\r\n", "neither JSON nor"),
        ("{}".encode("utf-16"), "neither JSON nor"),
        (b'{"name": "\xff"}', "not UTF-8"),
        (b'{"id": "1",\n "name": }', "line 2 column 10"),
        (b"[" * 200_000, "nested too deeply"),
        (b'"a text"', "neither JSON nor"),
    ],
    ids=short,
)
def test_what_is_no_listing_at_all_cannot_be_read(tmp_path: Path, text: bytes, words: str) -> None:
    with pytest.raises(CannotRead, match=words):
        checked(tmp_path / "file", text)


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no file"):
        checked(tmp_path / "file")


@pytest.mark.parametrize(
    "line, words",
    [
        ("{", "not JSON"),
        ('{"name": NaN}', "not JSON"),
        ('"text"', "a JSON object is needed"),
        ('{"a":' * 100 + "1" + "}" * 100, "nested too deeply"),
        ('{"name": "\\u0000"}', "cannot be kept"),
        ('{"latitude": 1e999}', "no end"),
        ('{"name": "' + "x" * LONGEST_RECORD + '"}', "over 2 MB"),
    ],
    ids=short,
)
def test_a_line_that_cannot_be_read_is_told_and_the_rest_goes_on(
    tmp_path: Path, line: str, words: str
) -> None:
    tally = checked(tmp_path / "file", f"{json.dumps(a_term())}\n{json.dumps(a_location())}\n{line}\n{BAD}")

    assert faults(tally) == [("unknown-word", "", 4, "/status"), ("unreadable", "", 3, "")]
    assert any(words in one.what for one in findings(tally))


@pytest.mark.parametrize(
    "lines, bad",
    [
        ([GOOD, "{", "[1]"], [2, 3]),
        (["{", GOOD], [1]),
        (["{", "{]", "", GOOD], [1, 2]),
        (['{"name": "\\u00', GOOD, "}"], [1, 3]),
    ],
    ids=short,
)
def test_bad_lines_do_not_hide_that_it_is_one_record_a_line(
    tmp_path: Path, lines: list[str], bad: list[int]
) -> None:
    tally = checked(tmp_path / "file", "\n".join(lines))

    assert [(kind, line) for kind, _part, line, _pointer in faults(tally)] == [
        ("unreadable", line) for line in bad
    ]


def test_a_slip_in_a_document_of_many_lines_is_told_with_its_line(tmp_path: Path) -> None:
    text = json.dumps({"contents": [a_term()]}, indent=1).replace('"version"', "version")

    with pytest.raises(CannotRead, match="line 13"):
        checked(tmp_path / "file", text)


def test_a_field_that_stands_twice_is_told(tmp_path: Path) -> None:
    twice = GOOD.replace('"name": "Evening talks"', '"name": "Evening talks", "name": "Morning talks"')

    tally = checked(tmp_path / "file", twice)

    assert [one.what for one in findings(tally) if one.kind == "field-twice"] == [
        "The field “name” stands twice in one object."
    ]


def test_a_record_that_stands_twice_is_told_with_where_it_stood_first(tmp_path: Path) -> None:
    tally = checked(tmp_path / "file", GOOD + "\n" + GOOD)

    assert faults(tally) == [("id-twice", "", 2, "/id")]
    assert "first at line 1" in next(findings(tally)).what


def test_a_term_whose_parent_is_nowhere_is_told_only_of_a_whole_list(tmp_path: Path) -> None:
    term = {**a_term(), "parent_id": id_of("above")}

    assert kinds(checked(tmp_path / "one", json.dumps(term))) == set()
    assert (
        kinds(
            checked(tmp_path / "page", json.dumps(page(term, total_items=2, total_pages=2, last_page=False)))
        )
        == set()
    )
    assert faults(checked(tmp_path / "list", json.dumps([term]))) == [
        ("points-nowhere", "", 0, "/0/parent_id")
    ]


def test_many_places_on_one_point_are_one_warning(tmp_path: Path) -> None:
    places = [{**a_location(), "id": id_of(f"place {number}")} for number in range(6)]

    few, many = (checked(tmp_path / "file", json.dumps(places[:count])) for count in (5, 6))

    assert "shared-point" not in kinds(few)
    assert many.counts[Severity.WARNING, "shared-point"] == 1


@pytest.mark.parametrize(
    "day, kind",
    [("2025-05-31", "stale"), ("2025-06-01", None), ("2026-06-02", None), ("2026-06-03", "day-to-come")],
)
def test_the_calendar_is_looked_at(tmp_path: Path, day: str, kind: str | None) -> None:
    tally = checked(tmp_path / "file", json.dumps(put(a_service(), "/assured_date", day)))

    assert kinds(tally) == ({kind} if kind else set())


def test_fields_of_a_profile_can_be_allowed(tmp_path: Path) -> None:
    text = json.dumps(put(a_service(), "/shoe_size", 9))

    assert kinds(checked(tmp_path / "file", text)) == {"extra-field"}
    assert kinds(checked(tmp_path / "file", text, Wish("", TODAY, frozenset({"shoe_size"})))) == set()


def test_an_object_can_be_named_where_its_fields_do_not_tell(tmp_path: Path) -> None:
    text = json.dumps({"id": id_of("x"), "name": "Lantern"})

    guessed = checked(tmp_path / "file", text)
    named = checked(tmp_path / "file", text, Wish("unit", TODAY, frozenset()))

    assert {pointer for _kind, _part, _line, pointer in faults(guessed)} == {"/status", "/organization_id"}
    assert faults(named) == []


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "phones", "x"]), inner)
    ),
    max_leaves=12,
)


@settings(
    max_examples=scaled(1000, least=50),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    pointer=st.sampled_from(
        ["/name", "/schedules/0/byday", "/phones", "/organization", "/capacities/0/unit", "/id"]
    ),
    value=JSON_VALUES,
)
def test_whatever_stands_in_a_field_the_check_ends_with_sentences(
    tmp_path: Path, pointer: str, value: object
) -> None:
    text = json.dumps(put(a_service(), pointer, value))

    tally = checked(tmp_path / "file", text + "\n" + GOOD)

    assert all(one.what and one.mend.endswith((".", "?")) for one in findings(tally))
