"""One row of a spreadsheet as an HSDS 3.1 service. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.cells import number_or_text, usual_text
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.hsds.standard import HSDS, Kind
from kith.exchange.source_ids import SourceIds
from kith.exchange.spreadsheets.filling import Body, closed_up, moved_path, owner_of, put, with_ids
from kith.exchange.spreadsheets.mapping import Column, SheetMapping
from kith.exchange.spreadsheets.paths import MOST_PLACES, HsdsPath
from kith.exchange.spreadsheets.sheet import SheetRow, text_of
from kith.exchange.wording.language_words import language_fields
from kith.exchange.wording.mended import mended

BY_NAME = ("organization.name", "name")


def from_row(row: SheetRow, mapping: SheetMapping, ids: SourceIds) -> RawRecord:
    """The service, beside the row as it came. A cell without a value is a sentence that names its column."""
    key = _key(row, mapping)
    service_id = ids.of("service", key) if key else ""
    why = _why_not(row, mapping, key)
    if why:
        return RawRecord(row.number, None, why, row.read_bytes, key=service_id)
    body: Body = {}
    filled = dict(_filled(body, row, mapping))
    moved = closed_up(body)
    places = {moved_path(path, moved): name for path, name in filled.items()}
    _put_constants(body, mapping)
    raw: Body = {heading: text_of(cell) for heading, cell in row.cells.items()}
    whole = {**with_ids(body, "service", f"service:{key}", ids), "id": service_id}
    return RawRecord(row.number, whole, "", row.read_bytes, raw=raw, places=places, key=service_id)


def _why_not(row: SheetRow, mapping: SheetMapping, key: str) -> str:
    """Why there is no service in the row; empty where there may be one."""
    if row.why:
        return row.why
    for heading, why in row.faults.items():
        return f"{_column_name(heading)}: {why}"
    if key:
        return ""
    names = ", ".join(map(_column_name, _key_columns(mapping)))
    return f"{names}: " + _("is missing.")


def _filled(body: Body, row: SheetRow, mapping: SheetMapping) -> Iterator[tuple[str, str]]:
    """Fill the body from the cells; gives the column's name by the path of each value."""
    for column in mapping.columns:
        name = _column_name(column.heading)
        yield column.to.at(0), name
        for place, text in enumerate(_texts(row, column)):
            yield column.to.at(place), name
            _put_text(body, column.to, place, text, mapping)


def _texts(row: SheetRow, column: Column) -> list[str]:
    """The values in a cell: one, or each of a list."""
    if column.heading not in row.cells:
        return []
    text = mended(text_of(row.cells[column.heading], column.to.leaf.shape)).text
    parts = text.split(column.separator) if column.separator else [text]
    told = [column.words.get(part.strip().lower(), part.strip()) for part in parts]
    return [text for text in told if text]


def _put_text(body: Body, to: HsdsPath, place: int, text: str, mapping: SheetMapping) -> None:
    if (to.of, to.leaf.name) == ("language", "name"):
        for name, said in language_fields(text, mapping.languages).items():
            put(body, _beside(to, name), place, said)
        return
    put(body, to, place, _value(to, text))


def _value(to: HsdsPath, text: str) -> Json:
    said = usual_text(to.of, to.leaf.name, text)
    return number_or_text(said) if to.leaf.kind is Kind.NUMBER else said


def _beside(path: HsdsPath, name: str) -> HsdsPath:
    """The field of this name in the same object."""
    return HsdsPath(path.steps, path.of, HSDS[path.of].field(name) or path.leaf)


def _put_constants(body: Body, mapping: SheetMapping) -> None:
    """Constants fill what is open in the service, and in objects that the row itself brings.

    Of a list, `phones` means every entry and `phones[1]` the second and later ones, which comes first.
    """
    for path, text in sorted(
        mapping.constants, key=lambda one: -sum(place for _field, place in one[0].steps)
    ):
        for place in range(MOST_PLACES if path.is_in_list else 1):
            owner = owner_of(body, path, place)
            if owner is not None and path.leaf.name not in owner:
                owner[path.leaf.name] = _value(path, text)


def _key(row: SheetRow, mapping: SheetMapping) -> str:
    """What tells this service from the others: its id as it is, or what stands in the key columns."""
    columns = _key_columns(mapping)
    texts = [text_of(row.cells[heading]) for heading in columns if heading in row.cells]
    is_id = not mapping.key and columns != _columns_of(mapping, BY_NAME)
    return "|".join(texts) if is_id else "|".join(texts).lower()


def _key_columns(mapping: SheetMapping) -> tuple[str, ...]:
    return mapping.key or _columns_of(mapping, ("id",)) or _columns_of(mapping, BY_NAME)


def _columns_of(mapping: SheetMapping, paths: tuple[str, ...]) -> tuple[str, ...]:
    by_path = {column.to.at(0): column.heading for column in mapping.columns}
    return tuple(by_path[path] for path in paths if path in by_path)


def _column_name(heading: str) -> str:
    return _("column “%(name)s”") % {"name": heading}
