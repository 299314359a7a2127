"""What a workbook says of its sheets, read from its parts: which are hidden, and which cells are merged."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange import zips

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
LARGEST_PART = 128 * 1024 * 1024
LARGEST_INDEX = 4 * 1024 * 1024
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
AT_ONCE = 1024 * 1024
OVERLAP = 100


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook and its part in the zip file."""

    name: str
    is_hidden: bool
    part: str


@dataclass(frozen=True, slots=True)
class MergedCells:
    """A block of merged cells; rows count from 1, columns from 0."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


def sheets_of(path: Path) -> list[SheetPart]:
    """The sheets in their order. Raises BadInput where the workbook is broken or a part is too large."""
    names = zips.names_in(path)
    if max(names.values(), default=0) > LARGEST_PART:
        raise BadInput(_("The workbook is too large: a part of it is over 128 MB."), field="file")
    zips.check_whole(path, names)
    targets = {one.get("Id", ""): one.get("Target", "") for one in _elements(path, RELATIONS)}
    found = [one for one in _elements(path, WORKBOOK) if one.tag.endswith("}sheet")]
    return [
        SheetPart(
            name=one.get("name", ""),
            is_hidden=one.get("state", "visible") != "visible",
            part=_part(targets.get(one.get(RELATION_ID, ""), "")),
        )
        for one in found
    ]


def merged_cells(path: Path, part: str) -> list[MergedCells]:
    """The merged cells of a sheet: they are listed at its end."""
    return list(_found_in(path, part)) if part in zips.names_in(path) else []


def _found_in(path: Path, part: str) -> Iterator[MergedCells]:
    seen: set[tuple[bytes, ...]] = set()
    with zips.opened(path, part) as file:
        rest = b""
        while chunk := file.read(AT_ONCE):
            text = rest + chunk
            for found in MERGED.finditer(text):
                if found.groups() not in seen:
                    seen.add(found.groups())
                    yield _block(found)
            rest = text[-OVERLAP:]


def _block(found: re.Match[bytes]) -> MergedCells:
    return MergedCells(int(found[2]), int(found[4]), _column(found[1]), _column(found[3]))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _elements(path: Path, part: str) -> list[Element]:
    try:
        with zips.reading(path), zipfile.ZipFile(path) as whole:
            text = whole.read(part) if whole.getinfo(part).file_size <= LARGEST_INDEX else b""
        return list(fromstring(text).iter())
    except (KeyError, ParseError, DefusedXmlException):
        raise BadInput(_("The workbook “%(name)s” is broken.") % {"name": path.name}, field="file") from None
