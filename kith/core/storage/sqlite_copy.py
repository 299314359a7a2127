"""SQLite: the online backup interface copies a live database page by page."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

from kith.core.storage.left_out import LEFT_OUT
from kith.core.storage.sums import Summing, TableSum

FILE = "database.sqlite3"


def copy_out(folder: Path) -> dict[str, TableSum]:
    """Copy the live database into `folder`, but not what is left out. Returns the sum of each table."""
    path = folder / FILE
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _empty_left_out(copy)
        copy.execute("VACUUM")
    path.chmod(0o600)
    return sums_of(path)


def copy_in(folder: Path) -> None:
    """Put the copy in `folder` in the place of the live database, under SQLite's own locks."""
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / FILE)) as copy:
        copy.backup(connection.connection)


def empty_left_out() -> None:
    """Forget what an older backup still held of sign-ins and workers."""
    with closing(sqlite3.connect(Path(connection.settings_dict["NAME"]))) as live:
        _empty_left_out(live)


def sums_of(path: Path) -> dict[str, TableSum]:
    """The sum of each table of a database file. Raises sqlite3.DatabaseError if the file is broken."""
    with closing(sqlite3.connect(path)) as copy:
        return _sums(copy)


def live_sums() -> dict[str, TableSum]:
    """The sum of each table of the live database, read past Django, which would turn dates into objects."""
    return sums_of(Path(connection.settings_dict["NAME"]))


def _empty_left_out(database: sqlite3.Connection) -> None:
    """Without a trace in the file: freed pages are overwritten."""
    database.execute("PRAGMA secure_delete=ON")
    for table in LEFT_OUT:
        if database.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchone():
            database.execute(f'DELETE FROM "{table}"')  # noqa: S608 (our own names)
    database.commit()


def _sums(database: sqlite3.Connection) -> dict[str, TableSum]:
    if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("integrity_check failed")
    tables = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return {name: _sum(database, name) for (name,) in tables}


def _sum(database: sqlite3.Connection, table: str) -> TableSum:
    names = database.execute("SELECT name FROM pragma_table_info(?) ORDER BY name", [table]).fetchall()
    columns = ", ".join(f'"{name}"' for (name,) in names)
    summing = Summing()
    for row in database.execute(f'SELECT {columns} FROM "{table}"'):  # noqa: S608 (names from the schema)
        summing.add(repr(tuple(row)).encode())
    return summing.total()
