"""The rows of one CSV file."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange.hsds.soundness import UNSTORABLE
from kith.exchange.wording.alphabets import TOO_LONG, TextLines

MOST_COLUMNS = 500
DELIMITERS = ",;\t|"
LONGEST_CELL = 131_072


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row, by column in small letters; empty cells are left out. Rows count from 1.

    `why` says in a sentence why the row cannot be used; then there are no cells.
    """

    number: int
    cells: dict[str, str]
    why: str = ""


def rows_of(
    lines: TextLines, name: str, heading: Callable[[str], str], *, header_row: int = 1
) -> Iterator[Row]:
    """The rows below the header. `heading` gives a column's name from what stands in the header.

    A row that cannot be used does not end the reading. Raises BadInput where the header cannot be used.
    """
    csv.field_size_limit(LONGEST_CELL)  # of the whole process: a library may have changed it
    texts = islice(lines, header_row - 1, None)
    first = next(texts, "")
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(_with(first, texts), delimiter=delimiter)
    columns = _header(next(_read(reader), []), name, heading)
    for number, cells in enumerate(_read(reader), start=header_row + 1):
        row = _row(number, cells, columns)
        if row.cells or row.why:
            yield row


def _with(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _read(reader: "Iterator[list[str]]") -> Iterator[list[str] | str]:
    """Each row's cells, or in its place the sentence why it could not be read."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _("A cell is over 131,072 signs long, or a quotation mark is missing.")


def _header(cells: list[str] | str, name: str, heading: Callable[[str], str]) -> list[str]:
    columns = [heading(cell) for cell in cells] if isinstance(cells, list) else []
    named = [column for column in columns if column]
    why = ""
    if not named or any(TOO_LONG in column for column in named):
        why = _("There is no header row.")
    elif len(columns) > MOST_COLUMNS:
        why = _("There are over %(most)s columns.") % {"most": MOST_COLUMNS}
    elif len(set(named)) < len(named):
        twice = next(column for column in named if named.count(column) > 1)
        why = _("The column “%(column)s” is there twice.") % {"column": twice[:100]}
    if why:
        raise BadInput(f"{name}: {why}", field="file")
    return columns


def _row(number: int, cells: list[str] | str, columns: list[str]) -> Row:
    if isinstance(cells, str):
        return Row(number, {}, cells)
    if any(cells[len(columns) :]):
        counts = {"cells": len(cells), "columns": len(columns)}
        return Row(number, {}, _("There are %(cells)s cells under %(columns)s columns.") % counts)
    found = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
    full = {column: cell for column, cell in found.items() if cell}
    if any(TOO_LONG in cell for cell in full.values()):
        return Row(number, {}, _("The record is over 2 MB."))
    if any(UNSTORABLE.search(cell) for cell in full.values()):
        return Row(number, {}, _("The record holds a sign that cannot be kept."))
    return Row(number, full)
