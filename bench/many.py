"""A synthetic directory of many services, made cheaply: listings copied under other ids."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

SHARED = frozenset({"directory_taxonomy", "directory_taxonomy_term", "directory_unit", "directory_source"})
OF_IMPORTS = frozenset({"directory_source_record", "directory_import_run", "directory_crawled_record"})
Columns = list[tuple[str, bool]]


def multiply(database: Path, services: int) -> int:
    """Copy every listing until there are so many services or a few more; returns how many there are.

    A copy has its own ids: the first eight signs of each id are the number of the copy. What all copies
    share, sources and terms, is not copied. The full-text index is left as it is: nobody searches here.
    """
    with closing(sqlite3.connect(database)) as rows:
        rows.execute("PRAGMA foreign_keys=OFF")
        here = _count(rows)
        tables = list(_tables(rows))
        for number in range(1, -(-services // here)):
            for table, columns in tables:
                rows.execute(_copy(table, columns), {"copy": f"{number:08x}", "name": f" ({number})"})
        rows.commit()
        rows.execute("ANALYZE")
        return _count(rows)


def _count(rows: sqlite3.Connection) -> int:
    return int(rows.execute("SELECT count(*) FROM directory_service").fetchone()[0])


def _tables(rows: sqlite3.Connection) -> Iterator[tuple[str, Columns]]:
    """The tables of listings, each with its columns and whether a column holds the id of a listing."""
    found = rows.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'directory_*'")
    for (table,) in found.fetchall():
        columns = [(str(one[1]), str(one[2])) for one in rows.execute(f"PRAGMA table_info({table})")]
        if table in SHARED | OF_IMPORTS or dict(columns).get("id") != "char(32)":
            continue
        outside = {
            str(key[3]) for key in rows.execute(f"PRAGMA foreign_key_list({table})") if str(key[2]) in SHARED
        }
        yield (
            table,
            [(name, kind == "char(32)" and name not in outside) for name, kind in columns],
        )


def _copy(table: str, columns: Columns) -> str:
    """The statement that copies the rows that came in first."""
    values = [_value(table, name, is_id) for name, is_id in columns]
    names = ", ".join(f'"{name}"' for name, _is_id in columns)
    return (
        f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} FROM "{table}"'
        " WHERE substr(id, 1, 4) <> '0000'"
    )


def _value(table: str, name: str, is_id: bool) -> str:
    if is_id:
        return f'CASE WHEN "{name}" IS NULL THEN NULL ELSE :copy || substr("{name}", 9) END'
    if name == "name" and table in {"directory_service", "directory_organization"}:
        return '"name" || :name'
    return f'"{name}"'
