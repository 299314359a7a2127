"""PostgreSQL empties its tables row by row after a test: they hold a few rows, and TRUNCATE writes files for each table."""

from collections.abc import Sequence

from django.core.management.color import Style
from django.db.backends.postgresql.operations import DatabaseOperations


def use_quick_flush() -> None:
    """Let `flush` delete; foreign keys and triggers (rows of the trail that stay for ever) look away meanwhile."""
    setattr(DatabaseOperations, "sql_flush", sql_flush)  # noqa: B010


def sql_flush(
    self: DatabaseOperations,
    style: Style,
    tables: Sequence[str],
    *,
    reset_sequences: bool = False,
    allow_cascade: bool = False,
) -> list[str]:
    """The statements; in one transaction of their own, so that the role ends with it."""
    del style, allow_cascade
    assert not reset_sequences
    if not tables:
        return []
    deletes = [f"DELETE FROM {self.quote_name(table)}" for table in tables]
    return ["SET LOCAL session_replication_role = replica", *deletes]
