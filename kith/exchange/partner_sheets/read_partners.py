"""Reading a spreadsheet of partners, CSV or XLSX."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange import zips
from kith.exchange.partner_sheets.columns import COLUMNS, field_of
from kith.exchange.partner_sheets.from_row import from_row
from kith.exchange.spreadsheets.csv_sheet import csv_rows
from kith.exchange.spreadsheets.mapping import SheetMapping
from kith.exchange.spreadsheets.sheet import Cell, SheetRow
from kith.exchange.spreadsheets.xlsx_sheet import xlsx_rows
from kith.partnerships.actions.begin_partner_import import MOST_ROWS
from kith.partnerships.sheet_rows import SheetPartner

NO_MAPPING = SheetMapping(columns=(), constants=(), languages={}, sheet="", header_row=1, key=())
MOST_UNPACKED = 64 * 1024 * 1024
"""A sheet of 500 partners is far below; 5 MB of zip could unpack to a hundred times as much."""


def read_partners(path: Path, *, code_word: str) -> tuple[SheetPartner, ...]:
    """The rows of the first sheet that is shown, in order; a row that cannot be read says why.

    One row more than an import takes is read at most. Raises BadInput where the file is no spreadsheet, is
    too large unpacked, or has no column for the organisation.
    """
    rows = tuple(_partner(row, code_word) for row in islice(_rows(path), MOST_ROWS + 1))
    if rows and not any(row.organization_name for row in rows):
        raise BadInput(
            _("The sheet has no column “%(name)s”, or nothing stands in it.")
            % {"name": COLUMNS["organization_name"][0]},
            field="file",
        )
    return rows


def _rows(path: Path) -> Iterator[SheetRow]:
    if zips.is_zip(path):
        if sum(zips.names_in(path).values()) > MOST_UNPACKED:
            raise BadInput(_("This file is over 64 MB when it is unpacked."), field="file")
        return xlsx_rows(path, NO_MAPPING)
    return csv_rows(path, NO_MAPPING, _say_nothing)


def _say_nothing(_said: str) -> None:
    """The preview shows every letter: a file in another alphabet is seen there."""


def _partner(row: SheetRow, code_word: str) -> SheetPartner:
    cells: dict[str, Cell] = {}
    for heading, cell in row.cells.items():
        field = field_of(heading)
        if field is not None:
            cells.setdefault(field, cell)
    found = from_row(row.number, cells, code_word=code_word)
    unread = [row.why] if row.why else list(row.faults.values())
    return replace(found, faults=(*unread, *found.faults)) if unread else found
