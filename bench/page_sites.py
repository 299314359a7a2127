"""Sites of many services to be looked at as people do, on SQLite and on PostgreSQL, with the same rows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

from bench.listings import listings
from bench.many import multiply
from bench.sites import ADDRESS, SOURCE, copied_site, manage, new_site, python

LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres"
TAKE_IN = """
from pathlib import Path
from kith.core.viewer import Door, Viewer
from kith.exchange.hsds.take_in import take_in
system = Viewer.system(Door.COMMAND)
take_in(system, path=Path({path!r}), source_name={source!r}, progress=lambda _count: None)
"""
BUILD = """
from kith.core.viewer import Door, Viewer
from kith.directory.actions.keep_search_generation import keep_search_generation
from kith.directory.models import SearchRecord
assert keep_search_generation(Viewer.system(Door.COMMAND))
print(SearchRecord.objects.count())
"""
TELL = """
INSERT INTO directory_search_record (service_id, sequence, is_gone, places, fresh_until, document)
SELECT :copy || substr(service_id, 9), sequence + :later, is_gone, places, fresh_until, document
FROM directory_search_record WHERE substr(service_id, 1, 4) <> '0000'
"""
NOT_ROWS = "CREATE VIRTUAL%"
PARTS = ("_data", "_idx", "_content", "_docsize", "_config", "_node", "_rowid", "_parent")


def first_site(folder: Path) -> tuple[Path, str]:
    """A site with the listings in it, and what they are."""
    path, what = listings(folder)
    site = new_site(folder / "first")
    manage(site, "collectstatic", "--noinput", "--verbosity", "0")
    python(site, TAKE_IN.format(path=str(path), source=SOURCE))
    return site, what


def grown(first: Path, folder: Path, services: int) -> tuple[Path, int]:
    """A copy of the site with so many services or a few more, and its index; and how many there are."""
    site = copied_site(first, folder)
    multiply(site / "kith.sqlite3", services)
    _tell_search(site / "kith.sqlite3")
    return site, int(python(site, BUILD))


def _tell_search(database: Path) -> None:
    """What the search is told of a copied listing is what it is told of the listing, under the other id."""
    with closing(sqlite3.connect(database)) as rows:
        here = _count(rows, "directory_search_record")
        last = int(rows.execute("SELECT sequence FROM directory_search_state").fetchone()[0])
        copies = _count(rows, "directory_service") // here
        for number in range(1, copies):
            rows.execute(TELL, {"copy": f"{number:08x}", "later": last * number})
        rows.execute("UPDATE directory_search_state SET sequence = ?", (last * copies,))
        rows.commit()


def _count(rows: sqlite3.Connection, table: str) -> int:
    return int(rows.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@contextmanager
def in_postgres(site: Path, folder: Path, server: str) -> Iterator[Path]:
    """A site with the same directory in a database of its own on that server, taken away at the end."""
    name = f"kith_bench_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as maintenance:
        maintenance.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            folder.mkdir()
            (folder / ADDRESS).write_text(f"{server.rpartition('/')[0]}/{name}", "utf-8")
            manage(folder, "migrate", "--verbosity", "0")
            manage(folder, "collectstatic", "--noinput", "--verbosity", "0")
            _copy(site / "kith.sqlite3", (folder / ADDRESS).read_text("utf-8"))
            python(folder, BUILD)
            yield folder
        finally:
            maintenance.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _copy(database: Path, address: str) -> None:
    with closing(sqlite3.connect(database)) as rows, psycopg.connect(address) as there:
        there.execute("SET session_replication_role = replica")
        there.execute("SET timezone = 'UTC'")
        tables = _tables(rows)
        every = sql.SQL(", ").join(map(sql.Identifier, tables))
        there.execute(sql.SQL("TRUNCATE {} CASCADE").format(every))
        for table in tables:
            _copy_table(rows, there, table)
        there.commit()
        there.autocommit = True
        there.execute("ANALYZE")


def _tables(rows: sqlite3.Connection) -> list[str]:
    found = rows.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'directory_*' AND sql NOT LIKE ?",
        (NOT_ROWS,),
    )
    tables = [str(name) for (name,) in found]
    virtual = [
        str(name) for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE sql LIKE ?", (NOT_ROWS,))
    ]
    beside = {one + part for one in virtual for part in PARTS}
    return [name for name in tables if name not in beside]


def _copy_table(rows: sqlite3.Connection, there: psycopg.Connection, table: str) -> None:
    """Every row as text: PostgreSQL reads ids, moments, truth and JSON from it."""
    columns = [str(one[1]) for one in rows.execute(f"PRAGMA table_info({table})")]
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    listed = ", ".join(f'"{name}"' for name in columns)
    with there.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows.execute(f"SELECT {listed} FROM {table}"):
            copy.write_row([None if value is None else str(value) for value in row])
