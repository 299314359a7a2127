"""The file that says what the columns of a spreadsheet are."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange.spreadsheets.paths import HsdsPath, hsds_path

LARGEST = 1024 * 1024
TABLES = frozenset({"file", "columns", "constants", "languages"})
LAST_HEADER_ROW = 100
Value = str | int | float | bool | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column's cells go. With a `separator` a cell holds a list; `words` says what a word means."""

    heading: str
    to: HsdsPath
    separator: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """The whole file. `key`: the columns that tell one service from another, where none holds an id."""

    columns: tuple[Column, ...]
    constants: tuple[tuple[HsdsPath, str], ...]
    languages: Mapping[str, str]
    sheet: str
    header_row: int
    key: tuple[str, ...]


def read_mapping(path: Path) -> SheetMapping:
    """The mapping in a TOML file. Raises BadInput, naming what is wrong in it."""
    tables = _tables(path)
    unknown = sorted(set(tables) - TABLES)
    if unknown:
        raise _wrong(unknown[0], _("A mapping file has the tables file, columns, constants and languages."))
    columns = tuple(_column(heading, value) for heading, value in _table(tables, "columns").items())
    _check(columns)
    about = _table(tables, "file")
    return SheetMapping(
        columns=columns,
        constants=tuple(_constants(_table(tables, "constants"))),
        languages={
            word.lower(): _text("languages", code) for word, code in _table(tables, "languages").items()
        },
        sheet=_text("sheet", about.get("sheet", "")),
        header_row=_header_row(about.get("header_row", 1)),
        key=_key(about.get("key", []), {column.heading for column in columns}),
    )


def _tables(path: Path) -> dict[str, Value]:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(_("The mapping file is over 1 MB."), field="mapping")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        shown = {"path": path, "why": error.strerror}
        raise BadInput(
            _("The mapping file “%(path)s” cannot be read: %(why)s") % shown, field="mapping"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(_("The mapping file is not TOML: %(why)s") % {"why": error}, field="mapping") from None


def _column(heading: str, value: Value) -> Column:
    parts = {"to": value} if isinstance(value, str) else value
    if not isinstance(parts, dict) or not set(parts) <= {"to", "separator", "words"}:
        raise _wrong(heading, _("needs an HSDS field, or { to = …, separator = …, words = … }."))
    words = parts.get("words", {})
    if not isinstance(words, dict):
        raise _wrong(heading, _("must be a table of words."))
    return Column(
        heading=heading_of(heading),
        to=_path(heading, _text(heading, parts.get("to", ""))),
        separator=_text(heading, parts.get("separator", "")),
        words={word.strip().lower(): _text(heading, said) for word, said in words.items()},
    )


def _check(columns: tuple[Column, ...]) -> None:
    """Raises BadInput where no column names the service, or two fill the same field."""
    paths = [column.to.at(0) for column in columns]
    if "name" not in paths:
        raise _wrong("columns", _("No column goes to “name”, the name of the service."))
    for column, path in zip(columns, paths, strict=True):
        if paths.count(path) > 1:
            raise _wrong(column.heading, _("another column fills “%(path)s” too.") % {"path": path})
        if column.separator and not column.to.is_in_list:
            raise _wrong(column.heading, _("has a separator, but “%(path)s” is no list.") % {"path": path})


def _constants(table: dict[str, Value]) -> Iterator[tuple[HsdsPath, str]]:
    for path, value in table.items():
        yield _path(path, path), str(value) if isinstance(value, int | float) else _text(path, value)


def _path(name: str, text: str) -> HsdsPath:
    try:
        return hsds_path(text)
    except BadInput as error:
        raise _wrong(name, str(error.sentence)) from None


def _table(tables: dict[str, Value], name: str) -> dict[str, Value]:
    found = tables.get(name, {})
    if not isinstance(found, dict):
        raise _wrong(name, _("must be a table."))
    return found


def _text(name: str, value: Value) -> str:
    if not isinstance(value, str):
        raise _wrong(name, _("must be a text."))
    return value


def _header_row(value: Value) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LAST_HEADER_ROW:
        limits = {"value": value, "least": 1, "most": LAST_HEADER_ROW}
        raise _wrong("header_row", _("is %(value)s; it must lie between %(least)s and %(most)s.") % limits)
    return value


def _key(value: Value, headings: set[str]) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value
    key = tuple(heading_of(_text("key", name)) for name in names) if isinstance(names, list) else ()
    for name in key:
        if name not in headings:
            raise _wrong("key", _("“%(name)s” is none of the columns.") % {"name": name})
    return key


def heading_of(cell: str) -> str:
    """A column's heading, with single blanks."""
    return " ".join(cell.split())


def _wrong(name: str, why: str) -> BadInput:
    return BadInput(_("Mapping file, “%(name)s”: %(why)s") % {"name": name, "why": why}, field="mapping")
