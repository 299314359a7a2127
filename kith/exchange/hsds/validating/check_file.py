"""Checking a file: one JSON document, or NDJSON with one record a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.read_file import LARGEST_JSON, LONGEST_RECORD
from kith.exchange.hsds.validating.check_package import check_folder, check_zip, is_package
from kith.exchange.hsds.validating.check_tables import check_table_document, is_table_document
from kith.exchange.hsds.validating.checking import Wish, check_document, check_records, unreadable
from kith.exchange.hsds.validating.errors import CannotRead
from kith.exchange.hsds.validating.spot import Spot
from kith.exchange.hsds.validating.strict_json import BYTE_ORDER_MARK, Parsed, parsed_strictly
from kith.exchange.hsds.validating.tally import Tally

LINES_TRIED = 100


def check_path(path: Path, wish: Wish) -> Tally:
    """Check a file, a folder with tables or a zip of one.

    Raises CannotRead where there is nothing to check, OSError where it cannot be opened.
    """
    tally = Tally(wish.allowed)
    if path.is_dir():
        check_folder(path, wish, tally)
    elif not path.is_file():
        raise CannotRead(_("There is no file %(path)s.") % {"path": path})
    elif is_package(path):
        check_zip(path, wish, tally)
    else:
        _check_json(path, wish, tally)
    return tally


def _check_json(path: Path, wish: Wish, tally: Tally) -> None:
    with path.open("rb") as lines:
        first, second = (_next_line(lines) for _turn in range(2))
    if not first:
        raise CannotRead(_("The file is empty."))
    if not first.startswith((b"{", b"[")):
        raise CannotRead(_("This is neither JSON nor a package of tables."))
    whole = None if second and _is_record(first) else _document_or_lines(path)
    if whole is None:
        _check_lines(path, wish, tally)
        return
    tally.add(whole.findings)
    if is_table_document(whole.value):
        check_table_document(whole.value, wish, tally)
    else:
        check_document(whole.value, wish, tally)


def _next_line(lines: BinaryIO) -> bytes:
    """The next line that is not empty."""
    while line := lines.readline(LONGEST_RECORD):
        if bare := line.removeprefix(BYTE_ORDER_MARK).strip():
            return bare
    return b""


def _is_record(line: bytes) -> bool:
    """True for a line that holds one whole JSON object, from its beginning on."""
    try:
        return line.startswith(b"{") and isinstance(parsed_strictly(line).value, dict)
    except RecordNotTaken:
        return False


def _document_or_lines(path: Path) -> Parsed | None:
    """The file as one document; None if it is none, but a record stands in one of its first lines."""
    try:
        return _document(path)
    except CannotRead:
        with path.open("rb") as lines:
            if any(_is_record(lines.readline(LONGEST_RECORD)) for _turn in range(LINES_TRIED)):
                return None
        raise


def _document(path: Path) -> Parsed:
    if path.stat().st_size > LARGEST_JSON:
        raise CannotRead(_("The file is over 256 MB. Send it as NDJSON, one record a line."))
    try:
        return parsed_strictly(path.read_bytes())
    except RecordNotTaken as error:
        raise CannotRead(str(error.sentence)) from None


def _check_lines(path: Path, wish: Wish, tally: Tally) -> None:
    with path.open("rb") as lines:
        check_records(_records(lines, tally), wish, tally, is_complete=True)


def _records(lines: BinaryIO, tally: Tally) -> Iterator[tuple[Spot, Json]]:
    """The records that can be read; of the others the tally hears."""
    number = 0
    while line := lines.readline(LONGEST_RECORD + 1):
        number += 1
        spot = Spot(line=number)
        if len(line) > LONGEST_RECORD:
            _skip_line(lines, line)
            tally.add([spot.of(unreadable(_("The record is over 2 MB.")))])
        elif bare := line.removeprefix(BYTE_ORDER_MARK).strip():
            yield from _record(bare, spot, tally)


def _record(line: bytes, spot: Spot, tally: Tally) -> Iterator[tuple[Spot, Json]]:
    try:
        record = parsed_strictly(line)
    except RecordNotTaken as error:
        tally.records += 1
        tally.add([spot.of(unreadable(str(error.sentence)))])
        return
    tally.add(spot.of(finding) for finding in record.findings)
    yield spot, record.value


def _skip_line(lines: BinaryIO, begun: bytes) -> None:
    """Read to the end of an endless line without keeping it."""
    while begun and not begun.endswith(b"\n"):
        begun = lines.readline(LONGEST_RECORD)
