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
IDS = [UUID(int=((place + 1) << 72)) for place in range(2)]
"""Stand for the days and the single ids, in the same way."""
LIST = "IN (" + ", ".join(["%s"] * len(SIGNS[0])) + ")"
ONE_VALUE = {"postgresql": "= ANY(%s)", "sqlite": "IN (SELECT value FROM json_each(%s))"}
"""How a list of any length is asked for by one value."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What decides in a read: lists of ids, days, and ids that stand alone."""

    lists: Sequence[Ids] = ()
    days: Sequence[date] = ()
    ids: Sequence[UUID] = ()

    def signs(self) -> "Asked":
        """As many signs as this asks for."""
        return Asked(SIGNS[: len(self.lists)], DAYS[: len(self.days)], IDS[: len(self.ids)])

    def values(self) -> "list[Value]":
        """One value for each: the lists, then the days, then the ids."""
        return [*map(_as_one_value, self.lists), *map(_as_day, self.days), *map(_adapted, self.ids)]


@dataclass(frozen=True, slots=True)
class Sign:
    """Stands for one of the values of what is asked."""

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
    """`rows_of` takes what is asked, and gives a `values_list`.

    Nothing else may decide in it what is read: no viewer, no time, no setting, no row.
    """

    def __init__(self, rows_of: Callable[[Asked], QuerySet[Model, RowT]]) -> None:
        self._rows_of = rows_of
        self._written: dict[str, Written] = {}

    def __call__(self, asked: Asked) -> list[RowT]:
        """The rows, in their order. One statement."""
        written = self._written.get(connection.vendor)
        if written is None:
            rows = self._rows_of(asked.signs())
            written = self._written[connection.vendor] = _written(rows, asked.signs())
        values = asked.values()
        with connection.cursor() as cursor:
            cursor.execute(
                written.sql, [values[one.number] if isinstance(one, Sign) else one for one in written.values]
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
        self._for_visitors = AskedAgain(lambda asked: rows_of(VISITOR, asked.lists))

    def __call__(self, viewer: Viewer, *lists: Ids) -> list[RowT]:
        """The rows, in their order. One statement."""
        if viewer == VISITOR:
            return self._for_visitors(Asked(lists))
        return list(self._rows_of(viewer, lists))


def _written(rows: QuerySet[Model, RowT], signs: Asked) -> Written:
    compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
    sql, values = compiler.as_sql()
    converters = compiler.get_converters([column for column, *_names in compiler.select])
    return Written(
        sql.replace(LIST, ONE_VALUE[connection.vendor]),
        tuple(_with_signs(values, signs)),
        [(at, partial(_convert, *of_column)) for at, of_column in converters.items()],
    )


def _convert(converters: Sequence[Converter], column: Expression, value: Value) -> Value:
    for convert in converters:
        value = convert(value, column, connection)
    return value


def _with_signs(values: Iterable[Value], signs: Asked) -> Iterator[Value | Sign]:
    """The values with a mark for each sign. Raises TypeError for a moment: it would stand still."""
    singles: list[Value] = [*map(_as_day, signs.days), *map(_adapted, signs.ids)]
    marks = {value: Sign(number) for number, value in enumerate(singles, start=len(signs.lists))}
    marks |= {_adapted(one): Sign(number) for number, (one, *_) in enumerate(signs.lists)}
    of_lists = {_adapted(one) for _, *others in signs.lists for one in others}
    for value in values:
        if value in marks:
            yield marks[value]
        elif isinstance(value, date) or (isinstance(value, str) and A_DAY.match(value)):
            raise TypeError("A moment decides in this read: its SQL may not be kept.")
        elif value not in of_lists:
            yield value


def _as_day(day: date) -> date | str:
    return day if connection.vendor == "postgresql" else day.isoformat()


def _as_one_value(ids: Ids) -> str:
    said = [one.hex for one in ids]
    return "{" + ",".join(said) + "}" if connection.features.has_native_uuid_field else json.dumps(said)


def _adapted(one: UUID) -> UUID | str:
    return one if connection.features.has_native_uuid_field else one.hex
