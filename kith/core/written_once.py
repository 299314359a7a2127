"""A read whose SQL is written once, and asked again with other values.

Django writes a statement anew each time: for what every public page asks, that took longer than the answer.
What a visitor may see follows from no role and no row, so their SQL may be kept. Everybody else's rights can
end at any moment: for them the policy is asked, and the SQL written, each time. `AskedAgain` is for reads in
which no viewer decides anything: a policy has answered before it is asked.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from typing import Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Expression, Model, QuerySet

from kith.core.viewer import Door, Viewer

RowT = TypeVar("RowT")
Ids = Collection[UUID]
Value = None | date | datetime | float | Decimal | UUID | bytes | str
Converter = Callable[[Value, Expression, object], Value]
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""How SQLite is asked for a moment."""
VISITOR = Viewer.nobody(Door.PUBLIC)
SIGNS = [[UUID(int=((place + 1) << 64) + at) for at in range(7)] for place in range(8)]
"""Stand for the lists that will be asked for, while a statement is written: as many as any read takes."""
DAYS = [date(1, 1, 1 + place) for place in range(3)]
"""Stand for the days, in the same way."""
LIST = "IN (" + ", ".join(["%s"] * len(SIGNS[0])) + ")"
ONE_VALUE = {"postgresql": "= ANY(%s)", "sqlite": "IN (SELECT value FROM json_each(%s))"}
"""How a list of any length is asked for by one value."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Stands for one of what is asked: the lists, then the days."""

    number: int


@dataclass(frozen=True, slots=True)
class Written:
    """The SQL, its values and what makes Python's values of the columns, where the database does not."""

    sql: str
    values: Sequence[Value | Sign]
    converters: Sequence[tuple[int, Callable[[Value], Value]]]

    def converted(self, found: Iterable[Sequence[Value]]) -> list[tuple[Value, ...]]:
        """The same value of a column is converted once: one organisation stands in many rows."""
        rows = [list(row) for row in found]
        for at, convert in self.converters:
            once = cache(convert)
            for row in rows:
                row[at] = once(row[at])
        return [tuple(row) for row in rows]


class AskedAgain(Generic[RowT]):
    """`rows_of` takes lists of ids and days, and gives a `values_list`.

    Nothing but these may decide in it what is read: no viewer, no time, no setting, no row.
    """

    def __init__(self, rows_of: Callable[[Sequence[Ids], Sequence[date]], QuerySet[Model, RowT]]) -> None:
        self._rows_of = rows_of
        self._written: dict[str, Written] = {}

    def __call__(self, *lists: Ids, days: Sequence[date] = ()) -> list[RowT]:
        """The rows, in their order. One statement."""
        written = self._written.get(connection.vendor)
        if written is None:
            rows = self._rows_of(SIGNS[: len(lists)], DAYS[: len(days)])
            written = self._written[connection.vendor] = _written(rows, lists=len(lists))
        asked = [*map(_as_one_value, lists), *map(_as_day, days)]
        with connection.cursor() as cursor:
            cursor.execute(
                written.sql, [asked[one.number] if isinstance(one, Sign) else one for one in written.values]
            )
            found = cursor.fetchall()
        if written.converters:
            found[:] = written.converted(found)
        rows_read: list[RowT] = found
        return rows_read


class WrittenOnce(Generic[RowT]):
    """`rows_of` takes the viewer and lists of ids, and gives a `values_list`.

    Nothing but the viewer may decide in it who sees what: no time, no setting, no row.
    """

    def __init__(self, rows_of: Callable[[Viewer, Sequence[Ids]], QuerySet[Model, RowT]]) -> None:
        self._rows_of = rows_of
        self._for_visitors = AskedAgain(lambda lists, _days: rows_of(VISITOR, lists))

    def __call__(self, viewer: Viewer, *asked: Ids) -> list[RowT]:
        """The rows, in their order. One statement."""
        return self._for_visitors(*asked) if viewer == VISITOR else list(self._rows_of(viewer, asked))


def _written(rows: QuerySet[Model, RowT], *, lists: int) -> Written:
    compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
    sql, values = compiler.as_sql()
    converters = compiler.get_converters([column for column, *_names in compiler.select])
    return Written(
        sql.replace(LIST, ONE_VALUE[connection.vendor]),
        tuple(_with_signs(values, lists=lists)),
        [(at, partial(_convert, *of_column)) for at, of_column in converters.items()],
    )


def _convert(converters: Sequence[Converter], column: Expression, value: Value) -> Value:
    for convert in converters:
        value = convert(value, column, connection)
    return value


def _with_signs(values: Iterable[Value], *, lists: int) -> Iterator[Value | Sign]:
    """The values, a list or day for its signs. Raises TypeError for a moment: it would stand still."""
    numbers = {_adapted(one): number for number, signs in enumerate(SIGNS) for one in signs}
    firsts = {_adapted(signs[0]) for signs in SIGNS}
    days = {_as_day(one): Sign(lists + number) for number, one in enumerate(DAYS)}
    for value in values:
        if isinstance(value, date | str) and value in days:
            yield days[value]
            continue
        if isinstance(value, date) or (isinstance(value, str) and A_DAY.match(value)):
            raise TypeError("A moment decides in this read: its SQL may not be kept.")
        number = numbers.get(value) if isinstance(value, str | UUID) else None
        if number is None:
            yield value
        elif value in firsts:
            yield Sign(number)


def _as_day(day: date) -> date | str:
    return day if connection.vendor == "postgresql" else day.isoformat()


def _as_one_value(ids: Ids) -> str:
    said = [one.hex for one in ids]
    return "{" + ",".join(said) + "}" if connection.features.has_native_uuid_field else json.dumps(said)


def _adapted(one: UUID) -> UUID | str:
    return one if connection.features.has_native_uuid_field else one.hex
