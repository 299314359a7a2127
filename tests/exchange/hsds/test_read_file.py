"""Reading files: each bad record is a sentence, and the rest goes on."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.exchange.hsds.read_file import LONGEST_RECORD, read_file

GOOD = b'{"id": "1"}'


def written(folder: Path, body: bytes) -> Path:
    path = folder / "list.ndjson"
    path.write_bytes(body)
    return path


@pytest.mark.parametrize(
    "body",
    [
        GOOD + b"\n" + GOOD + b"\n",
        GOOD + b"\r\n\r\n" + GOOD,
        b"\xef\xbb\xbf" + GOOD + b"\n" + GOOD,
        b'[{"id": "1"}, {"id": "1"}]',
        b'[\n {"id": "1"},\n {"id": "1"}\n]',
        b'{"total_items": 2, "contents": [{"id": "1"}, {"id": "1"}]}',
        b'{\n"total_items": 2,\n"contents": [{"id": "1"}, {"id": "1"}]\n}',
    ],
)
def test_every_form_of_a_file_gives_its_records(tmp_path: Path, body: bytes) -> None:
    records = list(read_file(written(tmp_path, body)))

    assert [record.body for record in records] == [{"id": "1"}, {"id": "1"}]
    assert records[-1].read_bytes == len(body)


def test_one_record_over_several_lines_is_one_record(tmp_path: Path) -> None:
    records = list(read_file(written(tmp_path, b'{\n  "id": "1"\n}\n')))

    assert [record.body for record in records] == [{"id": "1"}]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"id": ', "This is not JSON."),
        (b'{"id": NaN}', "This is not JSON."),
        (b"hello", "This is not JSON."),
        (b'{"id": "\xff\xfe"}', "This is not UTF-8 text."),
        (b"[1, 2]", "This is not a record: a JSON object is needed."),
        (b'{"id": 1e999}', "The record holds a number that has no end."),
        (b'{"id": "a\\u0000b"}', "The record holds a sign that cannot be kept."),
        (b'{"i\\ud800d": "a"}', "The record holds a sign that cannot be kept."),
        (b'{"a":' * 31 + b"1" + b"}" * 31, "The record is nested too deeply or holds too many values."),
        (b"[" * 100_000 + b"]" * 100_000, "The record is nested too deeply."),
        (b'{"a": ' + b"9" * 5000 + b"}", "This is not JSON."),
        (b'{"a": "' + b"x" * LONGEST_RECORD + b'"}', "The record is over 2 MB."),
        (b'{"a": "' + b"x" * (10 * 1024 * 1024) + b'"}', "The record is over 2 MB."),
    ],
    ids=range(13),
)
def test_a_bad_record_is_a_sentence_and_the_rest_goes_on(tmp_path: Path, line: bytes, why: str) -> None:
    first, bad, last = read_file(written(tmp_path, GOOD + b"\n" + line + b"\n" + GOOD))

    assert (first.body, last.body) == ({"id": "1"}, {"id": "1"})
    assert bad.body is None
    assert bad.why.startswith(why)
    assert (bad.line, last.line) == (2, 3)


@pytest.mark.parametrize(
    ("body", "why"), [(b'[{"id": "1"},', "This is not JSON."), (b"[[1]]", "This is not a record")]
)
def test_a_broken_list_is_a_sentence(tmp_path: Path, body: bytes, why: str) -> None:
    (record,) = read_file(written(tmp_path, body))

    assert record.body is None
    assert record.why.startswith(why)


def test_an_empty_file_has_no_records(tmp_path: Path) -> None:
    assert list(read_file(written(tmp_path, b""))) == []
    assert list(read_file(written(tmp_path, b"[]"))) == []


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=200))
def test_no_bytes_are_a_crash(tmp_path: Path, body: bytes) -> None:
    for record in read_file(written(tmp_path, body)):
        assert record.body is not None or record.why


def test_broken_first_lines_do_not_hide_the_rest(tmp_path: Path) -> None:
    body = b'{"id": \n' + json.dumps({"id": "1"}).encode() + b"\n"

    assert [record.body for record in read_file(written(tmp_path, body))] == [None, {"id": "1"}]
