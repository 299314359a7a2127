"""Checking the tables of a tabular package: their columns, their cells, and the ids between them."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.soundness import check_sound
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.standard.fields import HsdsObject, Kind
from kith.exchange.hsds.validating.checking import Wish, unreadable
from kith.exchange.hsds.validating.columns import column_findings, extra_columns
from kith.exchange.hsds.validating.finding import Finding, Severity, step
from kith.exchange.hsds.validating.spot import Spot
from kith.exchange.hsds.validating.tally import Tally
from kith.exchange.hsds.validating.whole_file import WholeFile
from kith.exchange.tabular.rows import LONGEST_CELL

BY_TABLE = {of.table: of for of in HSDS.values()}
Row = tuple[Spot, dict[str, Json]]


@dataclass(frozen=True, slots=True)
class Tables:
    """What a check of tables goes through: the records seen so far, and what was found."""

    whole: WholeFile
    tally: Tally


def tables_for(wish: Wish, tally: Tally) -> Tables:
    """A new check of tables. A package is complete: what an id names should be in it."""
    return Tables(WholeFile(wish.today, is_complete=True, may_repeat=False), tally)


def check_csv(lines: Callable[[], Iterator[str]], of: HsdsObject, part: str, tables: Tables) -> None:
    """Check one table, its rows one at a time. A row that cannot be read ends the reading of this table."""
    csv.field_size_limit(LONGEST_CELL)  # of the whole process: a library may have changed it
    try:
        reader = csv.reader(lines(), strict=True)
        header = [name.strip() for name in next(reader, [])]
        tables.tally.add(Spot(part, 1).of(finding) for finding in column_findings(header, of))
        check_rows(_rows(reader, header, of, part, tables), of, tables)
    except csv.Error as error:
        why = _("This is not a table: %(why)s.") % {"why": error}
        tables.tally.add([Spot(part).of(unreadable(why))])
    except RecordNotTaken as error:
        tables.tally.add([Spot(part).of(unreadable(str(error.sentence)))])


def check_rows(rows: Iterable[Row], of: HsdsObject, tables: Tables) -> None:
    """Check one row after the other."""
    for spot, row in rows:
        tables.tally.records += 1
        try:
            check_sound(row)
        except RecordNotTaken as error:
            tables.tally.add([spot.of(unreadable(str(error.sentence)))])
            continue
        tables.tally.add(tables.whole.see_row(row, of.name, spot))


def _rows(
    reader: Iterator[list[str]], header: list[str], of: HsdsObject, part: str, tables: Tables
) -> Iterator[Row]:
    numbers = {column.name for column in of.columns if column.kind is Kind.NUMBER}
    for count, cells in enumerate(reader, start=2):
        spot = Spot(part, count)
        if not any(cells):
            continue
        if len(cells) != len(header):
            said = {"cells": len(cells), "columns": len(header)}
            what = _("The row has %(cells)s cells, the table %(columns)s columns.") % said
            mend = _("Put cells with commas in quotation marks, and fill the row up.")
            tables.tally.add([spot.of(Finding(Severity.FAULT, "row-length", "", what, mend))])
            continue
        yield (
            spot,
            {
                name: _value(cell, name in numbers)
                for name, cell in zip(header, cells, strict=True)
                if cell or name in of.may_be_empty
            },
        )


def _value(cell: str, is_number: bool) -> Json:
    """The cell's number where the column holds numbers and the cell one."""
    if not is_number or "_" in cell:
        return cell
    try:
        number = float(cell)
    except ValueError:
        return cell
    return int(number) if number.is_integer() else number


def is_table_document(document: Json) -> bool:
    """True for a JSON document that holds tables by the names of their files."""
    return isinstance(document, dict) and bool(document) and all(name.endswith(".csv") for name in document)


def check_table_document(document: Json, wish: Wish, tally: Tally) -> None:
    """Check tables that stand in one JSON document."""
    tables = tables_for(wish, tally)
    for name, rows in document.items() if isinstance(document, dict) else ():
        of = BY_TABLE.get(name)
        if of is None or not isinstance(rows, list):
            tally.add([Spot(name).of(unreadable(_("HSDS has no such table.")))])
            continue
        names = dict.fromkeys(field for row in rows if isinstance(row, dict) for field in row)
        tally.add(Spot(name).of(finding) for finding in extra_columns(list(names), of))
        check_rows(_given_rows(name, rows, of), of, tables)
    tally.add(tables.whole.at_the_end())


def _given_rows(name: str, rows: list[Json], of: HsdsObject) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if isinstance(row, dict):
            yield Spot(prefix=step(name) + step(number)), {key: _as_text(key, row[key], of) for key in row}


def _as_text(name: str, value: Json, of: HsdsObject) -> Json:
    """A table has no kinds: what its writer took for a number may be the text of an identifier."""
    column = of.field(name)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number and column and column.kind is Kind.TEXT else value
