"""What every spreadsheet gives: its rows, with cells by heading."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange.hsds.standard import Shape
from kith.exchange.spreadsheets.mapping import SheetMapping

Cell = str | int | float | bool | date | datetime | time | timedelta
MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in the sheet, and its full cells.

    `why` says why the whole row cannot be used, `faults` by heading why a cell holds no value.
    """

    number: int
    cells: dict[str, Cell] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    why: str = ""
    read_bytes: int = 0


def check_headings(mapping: SheetMapping, headings: Iterable[str]) -> None:
    """Raises BadInput where a column of the mapping is not in the sheet."""
    known = list(headings)
    for column in mapping.columns:
        if column.heading not in known:
            words = {"name": column.heading, "columns": ", ".join(known)[:500]}
            raise BadInput(
                _("The sheet has no column “%(name)s”. Its columns are: %(columns)s.") % words,
                field="mapping",
            )


def text_of(cell: Cell, shape: Shape = Shape.FREE) -> str:
    """What stands in the cell, as a person reads it; days and times as HSDS writes them."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, timedelta):
        return ":".join(str(cell).zfill(len("00:00:00")).split(":")[:2])
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, datetime):
        return _moment(cell, shape)
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


def _moment(cell: datetime, shape: Shape) -> str:
    if shape is Shape.CLOCK:
        return cell.time().isoformat("minutes")
    if shape is Shape.MOMENT:
        return cell.isoformat()
    is_day = shape is Shape.DAY or cell.time() == MIDNIGHT
    return cell.date().isoformat() if is_day else cell.isoformat(" ", "minutes")
