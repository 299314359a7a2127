"""What a factory makes from the same beginning is made once; later its rows are written without its actions.

A town takes a thousand statements, its rows some forty. The first time in a session a factory runs as it is, and
what changed in the tables is kept. In another test the same call, after the same calls on the same empty tables,
writes that again. Where anything else has written in between, the clock stands elsewhere or another language is
spoken, it runs as it is. Actions are tested by calling them: only what is there before a test comes from here.
"""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db import connection
from django.utils.translation import get_language

from kith.core import clock
from tests.factories.tables_as_text import Rows, every_table, rows_of, write_rows

P = ParamSpec("P")
R = TypeVar("R")
Tables = Mapping[str, Rows]
Call = tuple[object, ...]
LONGEST = 600
"""Seconds after which all is made anew: what is "now" in a town must not become old."""
READS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE|PRAGMA|SET|LOCK)\b", re.IGNORECASE)
TABLE = re.compile(r'\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)"?', re.IGNORECASE)
BACK = re.compile(r"\s*ROLLBACK TO\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Made:
    """What a call gave, and the state of the tables after it."""

    gave: object
    state: int


@dataclass
class Memory:
    """`states`: all tables in each state, the first as a test begins. `at`: in which they are; None: not known.

    `written`: the tables that the running factory has written to; None while none runs.
    """

    since: float = 0.0
    states: list[Tables] = field(default_factory=list)
    made: dict[tuple[int, Call], Made] = field(default_factory=dict)
    at: int | None = None
    written: set[str] | None = None

    def begins(self, *, is_known: bool) -> None:
        """A test begins; `is_known`: on empty tables, to which nobody else writes."""
        if time.monotonic() - self.since > LONGEST:
            self.since, self.states, self.made = time.monotonic(), [], {}
        self.at, self.written = (0 if is_known else None), None

    def sees(self, sql: str) -> None:
        """A statement is run; after one that nobody understands the tables are not known."""
        if READS.match(sql):
            return
        table = TABLE.match(sql)
        if self.written is None or not (table or BACK.match(sql)):
            self.at = None
        elif table:
            self.written.add(table[1])


MEMORY = Memory()


def watched(
    execute: Callable[[str, object, bool, object], R], sql: str, params: object, many: bool, context: object
) -> R:
    """Django's wrapper of every statement."""
    MEMORY.sees(sql)
    return execute(sql, params, many, context)


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """A factory that is remembered. What it gives is never changed: ids, viewers and frozen records of them."""

    @wraps(make)
    def again(*args: P.args, **kwargs: P.kwargs) -> R:
        at = MEMORY.at
        if at is None or MEMORY.written is not None or not connection.in_atomic_block:
            return make(*args, **kwargs)
        if not MEMORY.states:
            MEMORY.states.append({table: rows_of(table) for table in every_table()})
        call = (make, repr(args), repr(kwargs), clock._held.get(), get_language())
        found = MEMORY.made.get((at, call))
        if found is None:
            return _made(at, call, lambda: make(*args, **kwargs))
        _write(MEMORY.states[at], MEMORY.states[found.state])
        MEMORY.at = found.state
        return cast("R", found.gave)

    return again


def _made(at: int, call: Call, make: Callable[[], R]) -> R:
    """Run it, and keep what it changed where that can be said."""
    written: set[str] = set()
    MEMORY.written = written
    try:
        gave = make()
    except BaseException:
        MEMORY.at = None
        raise
    finally:
        MEMORY.written = None
    if MEMORY.at is not None:
        MEMORY.states.append({**MEMORY.states[at], **{table: rows_of(table) for table in written}})
        MEMORY.at = len(MEMORY.states) - 1
        MEMORY.made[at, call] = Made(gave, MEMORY.at)
    return gave


def _write(before: Tables, after: Tables) -> None:
    for table, rows in after.items():
        if rows is not before[table]:
            write_rows(table, before[table], rows)
