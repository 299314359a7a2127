"""Reading a file of HSDS records: NDJSON, a JSON list, one record, or a page with `contents`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NoReturn

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.soundness import check_sound

LONGEST_RECORD = 2 * 1024 * 1024
LARGEST_JSON = 256 * 1024 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One record of a source as HSDS 3.1. `body` is None where it could not be read; `why` says so.

    `line` counts from 1: lines of NDJSON, records of a JSON list, rows of a table. `read_bytes`: how far the
    reading came. `raw` is the source's own record where the body was made from it. `places` says where a part
    of the body stands in the source: `phones[0]` is “phones.csv, row 7”. `key` is the id of the service that
    could not be read, where it is known; `is_aside` marks what is no service, so that none can be missed.
    `is_joined`: each of the places is a record of its own; a bad one is left out, the others go on.
    """

    line: int
    body: dict[str, Json] | None
    why: str
    read_bytes: int
    raw: dict[str, Json] | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    is_aside: bool = False
    is_joined: bool = False


def read_file(path: Path) -> Iterator[RawRecord]:
    """The records of the file, in its order, one at a time. A bad one does not end the reading.

    Raises OSError if the file cannot be opened.
    """
    if _is_one_document(path):
        yield from _from_document(path)
        return
    yield from _from_lines(path)


def _is_one_document(path: Path) -> bool:
    """A JSON list, a page with `contents`, or a document over several lines; all else is NDJSON."""
    with path.open("rb") as lines:
        first = lines.readline(LONGEST_RECORD).removeprefix(BYTE_ORDER_MARK).strip()
    if first.startswith(b"["):
        return True
    if not first.startswith(b"{"):
        return False
    whole = _parsed_or_none(first)
    if whole is not None:
        return isinstance(whole, dict) and "contents" in whole
    return path.stat().st_size <= LARGEST_JSON and _parsed_or_none(path.read_bytes()) is not None


def _from_lines(path: Path) -> Iterator[RawRecord]:
    read, number = 0, 0
    with path.open("rb") as lines:
        while line := lines.readline(LONGEST_RECORD + 1):
            number += 1
            is_too_long = len(line) > LONGEST_RECORD
            read += len(line) + (_skip_rest(lines) if is_too_long else 0)
            if is_too_long:
                yield RawRecord(number, None, _("The record is over 2 MB."), read)
            elif line.removeprefix(BYTE_ORDER_MARK).strip():
                yield _from_bytes(number, line, read)


def _skip_rest(lines: BinaryIO) -> int:
    """Read to the end of an endless line without keeping it; returns how many bytes that were."""
    skipped = 0
    while rest := lines.readline(LONGEST_RECORD):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            break
    return skipped


def _from_document(path: Path) -> Iterator[RawRecord]:
    size = path.stat().st_size
    if size > LARGEST_JSON:
        yield RawRecord(1, None, _("The file is over 256 MB. Send it as NDJSON, one record a line."), size)
        return
    try:
        document = parsed(path.read_bytes().removeprefix(BYTE_ORDER_MARK))
    except RecordNotTaken as error:
        yield RawRecord(1, None, str(error.sentence), size)
        return
    if isinstance(document, dict) and isinstance(document.get("contents"), list):
        document = document["contents"]
    records = document if isinstance(document, list) else [document]
    for number, record in enumerate(records, start=1):
        yield sound_record(number, record, size * number // len(records))


def _from_bytes(number: int, line: bytes, read: int) -> RawRecord:
    try:
        record = parsed(line.removeprefix(BYTE_ORDER_MARK))
    except RecordNotTaken as error:
        return RawRecord(number, None, str(error.sentence), read)
    return sound_record(number, record, read)


def sound_record(number: int, record: Json, read: int) -> RawRecord:
    """The record, or why it can be none. `number` and `read` as in RawRecord."""
    try:
        check_sound(record)
    except RecordNotTaken as error:
        return RawRecord(number, None, str(error.sentence), read)
    if not isinstance(record, dict):
        return RawRecord(number, None, _("This is not a record: a JSON object is needed."), read)
    return RawRecord(number, record, "", read)


def parsed(line: bytes) -> Json:
    """The JSON value. Raises RecordNotTaken for what is not UTF-8, not JSON, or nested without end."""
    try:
        text = line.decode("utf-8")
        value: Json = json.loads(text, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise RecordNotTaken(_("This is not UTF-8 text.")) from None
    except RecursionError:
        raise RecordNotTaken(_("The record is nested too deeply.")) from None
    except ValueError as error:
        where = f" ({error})" if isinstance(error, json.JSONDecodeError) else ""
        raise RecordNotTaken(_("This is not JSON.") + where) from None
    return value


def _parsed_or_none(text: bytes) -> Json:
    try:
        return parsed(text.removeprefix(BYTE_ORDER_MARK))
    except RecordNotTaken:
        return None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
