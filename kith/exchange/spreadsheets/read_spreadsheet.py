"""Reading a spreadsheet: one service a row."""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from kith.exchange import zips
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.source_ids import SourceIds
from kith.exchange.spreadsheets.csv_sheet import csv_rows
from kith.exchange.spreadsheets.from_row import from_row
from kith.exchange.spreadsheets.mapping import SheetMapping
from kith.exchange.spreadsheets.xlsx_sheet import xlsx_rows


def read_spreadsheet(
    path: Path, mapping: SheetMapping, *, ids: SourceIds, say: Callable[[str], None]
) -> Iterator[RawRecord]:
    """The services, in the order of the rows.

    The first row is read at once. Raises BadInput where the file or its headings cannot be used.
    """
    rows = xlsx_rows(path, mapping) if zips.is_zip(path) else csv_rows(path, mapping, say)
    first = list(islice(rows, 1))
    return (from_row(row, mapping, ids) for row in chain(first, rows))
