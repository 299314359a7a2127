"""Whether a list of codes, kept as JSON, holds one code; the same on SQLite and on PostgreSQL."""

import json

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Lookup
from django.db.models.sql.compiler import SQLCompiler

Compiled = tuple[str, list[object]]


class Holds(Lookup[str]):
    """True for a row whose list holds exactly this code: neither part of a code nor another case of it."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Compiled:
        """SQLite has no containment: its table of the list's members is asked."""
        column, given = self.process_lhs(compiler, connection)
        members = f"json_each({column})"
        return f"EXISTS (SELECT 1 FROM {members} WHERE value = %s)", [*given, self.rhs]  # noqa: S608 (no input)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Compiled:
        """PostgreSQL asks whether the list contains a list of the one."""
        column, given = self.process_lhs(compiler, connection)
        return f"({column} @> %s::jsonb)", [*given, json.dumps([self.rhs])]


def holds(column: str, code: str) -> Holds:
    """The condition, for a filter or a Q."""
    return Holds(F(column), code)
