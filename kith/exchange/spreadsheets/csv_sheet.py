"""A spreadsheet saved as CSV."""

from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from kith.exchange.spreadsheets.mapping import SheetMapping, heading_of
from kith.exchange.spreadsheets.sheet import SheetRow, check_headings
from kith.exchange.tabular.rows import rows_of
from kith.exchange.wording.alphabets import TextLines


def csv_rows(path: Path, mapping: SheetMapping, say: Callable[[str], None]) -> Iterator[SheetRow]:
    """The rows below the headings. Raises BadInput where the headings are not those of the mapping."""
    headings: list[str] = []

    def heading(cell: str) -> str:
        headings.append(heading_of(cell))
        return headings[-1]

    with path.open("rb") as file:
        lines = TextLines(file)
        for row in rows_of(lines, path.name, heading, header_row=mapping.header_row):
            check_headings(mapping, headings)
            yield SheetRow(row.number, dict(row.cells), {}, row.why, lines.read_bytes)
        check_headings(mapping, headings)
        if lines.is_other:
            say(_("“%(name)s” is not UTF-8 and was read as Windows-1252.") % {"name": path.name})
