"""A spreadsheet saved as XLSX."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kith.core.errors import BadInput
from kith.exchange.spreadsheets.mapping import SheetMapping, heading_of
from kith.exchange.spreadsheets.sheet import SheetRow, check_headings
from kith.exchange.spreadsheets.workbook_parts import SheetPart, merged_cells, sheets_of
from kith.exchange.spreadsheets.xlsx_cells import Merged, SheetCell, row_of
from kith.exchange.tabular.rows import MOST_COLUMNS

BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
)
"""What the library raises for workbooks that are not what they say they are."""


def xlsx_rows(path: Path, mapping: SheetMapping) -> Iterator[SheetRow]:
    """The rows below the headings of the mapping's sheet, or else of the first that is not hidden.

    A formula gives the value that was stored with it; cells merged down a column give their one value in each
    row. Raises BadInput where the workbook or its headings cannot be used.
    """
    sheet = _sheet(path, mapping.sheet)
    merged = Merged(merged_cells(path, sheet.part), mapping.header_row)
    try:
        yield from _rows(path, sheet.name, mapping, merged)
    except BROKEN:
        raise BadInput(_("The workbook “%(name)s” is broken.") % {"name": path.name}, field="file") from None


def _sheet(path: Path, name: str) -> SheetPart:
    sheets = sheets_of(path)
    fitting = [one for one in sheets if (one.name == name if name else not one.is_hidden)]
    if not fitting:
        words = {"name": name, "sheets": ", ".join(one.name for one in sheets)[:500]}
        raise BadInput(
            _("There is no sheet “%(name)s”. The sheets are: %(sheets)s.") % words, field="mapping"
        )
    return fitting[0]


def _rows(path: Path, sheet: str, mapping: SheetMapping, merged: Merged) -> Iterator[SheetRow]:
    values = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    try:
        stored, written = values[sheet], formulas[sheet]
        stored.reset_dimensions()
        written.reset_dimensions()
        pairs = zip_longest(stored.iter_rows(), written.iter_rows(), fillvalue=())
        headings: list[str] = []
        for number, (cells, sources) in enumerate(pairs, start=1):
            if number == mapping.header_row:
                headings = _headings(cells, mapping)
            elif headings:
                row = row_of(number, cells, sources, headings, merged)
                if row.cells or row.faults or row.why:
                    yield row
        check_headings(mapping, headings)
    finally:
        values.close()
        formulas.close()


def _headings(cells: Sequence[SheetCell], mapping: SheetMapping) -> list[str]:
    """The headings, empty where a column is none of the mapping's. Raises BadInput."""
    headings = [heading_of(str(cell.value)) if cell.value is not None else "" for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise BadInput(_("There are over %(most)s columns.") % {"most": MOST_COLUMNS}, field="file")
    check_headings(mapping, filter(None, headings))
    for column in mapping.columns:
        if headings.count(column.heading) > 1:
            raise BadInput(
                _("The column “%(column)s” is there twice.") % {"column": column.heading}, field="file"
            )
    return headings
