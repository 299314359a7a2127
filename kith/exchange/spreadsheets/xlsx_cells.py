"""The cells of one row of a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol

from django.utils.translation import gettext as _

from kith.exchange.hsds.soundness import UNSTORABLE
from kith.exchange.spreadsheets.sheet import Cell, SheetRow
from kith.exchange.spreadsheets.workbook_parts import MergedCells

ERROR, FORMULA = "e", "f"


class SheetCell(Protocol):
    """What the library gives for a cell."""

    @property
    def value(self) -> object:
        """What stands in it."""

    @property
    def data_type(self) -> str:
        """Which kind of value that is."""


@dataclass(slots=True)
class Merged:
    """The merged cells of a sheet, and what stands in those that are one column wide."""

    blocks: Sequence[MergedCells]
    header_row: int
    values: dict[MergedCells, Cell] = field(default_factory=dict)

    def at(self, row: int) -> list[MergedCells]:
        """The blocks that reach into a row below the headings."""
        return [one for one in self.blocks if self.header_row < one.first_row <= row <= one.last_row]


def row_of(
    number: int,
    cells: Sequence[SheetCell],
    sources: Sequence[SheetCell],
    headings: Sequence[str],
    merged: Merged,
) -> SheetRow:
    """The row. `cells` hold stored values, `sources` what was typed: a formula, where there is one."""
    row = SheetRow(number)
    for at, heading in enumerate(headings):
        value, why = _value(_cell(cells, at), _cell(sources, at))
        if why and heading:
            row.faults[heading] = why
        if value is not None and heading:
            row.cells[heading] = value
    blocks = merged.at(number)
    if any(one.first_column != one.last_column for one in blocks):
        return SheetRow(number, why=_("Cells are merged across columns here. Take them apart first."))
    _fill(row, blocks, headings, merged)
    if any(isinstance(value, str) and UNSTORABLE.search(value) for value in row.cells.values()):
        return SheetRow(number, why=_("The record holds a sign that cannot be kept."))
    return row


def _fill(row: SheetRow, blocks: list[MergedCells], headings: Sequence[str], merged: Merged) -> None:
    """Cells merged down a column show one value: each of the rows has it."""
    for block in blocks:
        heading = headings[block.first_column] if block.first_column < len(headings) else ""
        if row.number == block.first_row and heading in row.cells:
            merged.values[block] = row.cells[heading]
        elif heading and block in merged.values:
            row.cells[heading] = merged.values[block]


def _cell(cells: Sequence[SheetCell], at: int) -> SheetCell | None:
    return cells[at] if at < len(cells) else None


def _value(cell: SheetCell | None, source: SheetCell | None) -> tuple[Cell | None, str]:
    """The value and, where there is none for a reason, the reason."""
    value = cell.value if cell else None
    if cell and cell.data_type == ERROR:
        return None, _("the formula gives the error %(value)s.") % {"value": value}
    if value is None and source and source.data_type == FORMULA:
        return None, _("the formula has no stored value. Open the file in a spreadsheet program and save it.")
    if isinstance(value, str):
        return value.strip() or None, ""
    if isinstance(value, bool | int | float | date | datetime | time | timedelta):
        return value, ""
    return None, ""
