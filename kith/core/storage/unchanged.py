"""Since when nothing in the whole database has been changed, by anybody."""

import time
from threading import local

from django.db import connection


class _Here(local):
    """What this thread saw last. Its connection is kept, so that no later one can be taken for it."""

    held: object = None
    mark = ""
    since = 0.0


HERE = _Here()


def unchanged_since() -> float | None:
    """The moment, by `time.monotonic`, since which this thread knows that nothing was committed.

    It is the moment of the first look at which all was as it is now: rarely as early as it might be, never
    too early. None inside a transaction, which does not see what others do.
    """
    connection.ensure_connection()
    if connection.in_atomic_block:
        return None
    mark = _mark()
    if HERE.held is not connection.connection or mark != HERE.mark:
        HERE.held, HERE.mark, HERE.since = connection.connection, mark, time.monotonic()
    return HERE.since


def _mark() -> str:
    """Another one after any commit: those of others show in data_version, its own in its count."""
    if connection.vendor == "postgresql":
        return _told("SELECT pg_current_snapshot()::text")
    return f"{_told('PRAGMA data_version')}:{_told('SELECT total_changes()')}"


def _told(question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])
