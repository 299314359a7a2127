"""PostgreSQL: COPY writes each table's rows; the schema is made by the migrations. Needs no outside tool."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model
from psycopg import Connection, sql

from kith.core.storage.left_out import LEFT_OUT
from kith.core.storage.manifest import Manifest, RowsDiffer
from kith.core.storage.sums import Summing, TableSum

Columns = dict[str, list[str]]


def copy_out(folder: Path) -> dict[str, TableSum]:
    """Write every table of one moment into `folder`, a gzip file each. Returns the sum of each.

    What is left out becomes a file without rows.
    """
    with transaction.atomic():
        _run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return {
            table: _write_table(folder / f"{table}.copy.gz", table, names)
            for table, names in _columns().items()
        }


def copy_in(folder: Path, manifest: Manifest) -> None:
    """Drop every table, migrate to where the backup was, and read the rows in.

    Raises RowsDiffer if a sum is not the manifest's; nothing was changed then.
    """
    with transaction.atomic():
        _run("SET CONSTRAINTS ALL IMMEDIATE")
        _drop_tables()
        executor = MigrationExecutor(connection)
        executor.migrate(_targets(executor, manifest.migrations))
        _run("SET CONSTRAINTS ALL DEFERRED")
        _empty_tables()
        for table, names in manifest.columns.items():
            _read_table(folder / f"{table}.copy.gz", table, names)
        _run("SET CONSTRAINTS ALL IMMEDIATE")
        _set_sequences()
        if {
            table: _sum(_lines(table, names)) for table, names in manifest.columns.items()
        } != manifest.tables:
            raise RowsDiffer


def empty_left_out() -> None:
    """Forget what an older backup still held of sign-ins and workers."""
    for table in LEFT_OUT:
        _run(f"TRUNCATE {connection.ops.quote_name(table)}")


def live_columns() -> Columns:
    """Each table and its own columns, by name; computed columns are left out."""
    with transaction.atomic():
        return _columns()


def _targets(executor: MigrationExecutor, migrations: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The last migration of each app among those that the backup names."""
    held = set(migrations)
    graph = executor.loader.graph
    return [
        node
        for node in migrations
        if node in graph.nodes
        and not any(child.key in held and child.key[0] == node[0] for child in graph.node_map[node].children)
    ]


def _columns() -> Columns:
    rows = _rows(
        "SELECT t.table_name, c.column_name FROM information_schema.tables t"
        " JOIN information_schema.columns c USING (table_schema, table_name)"
        " WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE'"
        " AND c.is_generated = 'NEVER' ORDER BY 1, 2"
    )
    found: Columns = {}
    for table, column in rows:
        found.setdefault(str(table), []).append(str(column))
    return found


def _write_table(path: Path, table: str, names: list[str]) -> TableSum:
    with gzip.open(path, "wb", compresslevel=6) as out:
        return _sum(_written(_lines(table, names) if table not in LEFT_OUT else iter(()), out))


def _written(lines: Iterator[bytes], out: gzip.GzipFile) -> Iterator[bytes]:
    for line in lines:
        out.write(line)
        yield line


def _read_table(path: Path, table: str, names: list[str]) -> None:
    command = _named(sql.SQL("COPY {table} ({names}) FROM STDIN"), table, names)
    with _raw().cursor() as cursor, cursor.copy(command) as copy, gzip.open(path, "rb") as rows:
        while part := rows.read(1 << 20):
            copy.write(part)


def _lines(table: str, names: list[str]) -> Iterator[bytes]:
    """Each row as one line of COPY's text format, in which a line end inside a value is escaped."""
    rest = b""
    with (
        _raw().cursor() as cursor,
        cursor.copy(_named(sql.SQL("COPY {table} ({names}) TO STDOUT"), table, names)) as copy,
    ):
        for part in copy:
            *lines, rest = (rest + bytes(part)).split(b"\n")
            yield from (line + b"\n" for line in lines)


def _sum(lines: Iterator[bytes]) -> TableSum:
    summing = Summing()
    for line in lines:
        summing.add(line)
    return summing.total()


def _named(command: sql.SQL, table: str, names: list[str]) -> sql.Composed:
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    return command.format(table=sql.Identifier(table), names=columns)


def _drop_tables() -> None:
    for table in _columns():
        _run(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")


def _empty_tables() -> None:
    tables = ", ".join(connection.ops.quote_name(table) for table in _columns())
    _run(f"TRUNCATE {tables}")


def _set_sequences() -> None:
    held = _columns()
    models: list[type[Model]] = [*apps.get_models(include_auto_created=True), MigrationRecorder.Migration]
    here = [model for model in models if model._meta.db_table in held]  # noqa: SLF001 (Django's public name)
    for statement in connection.ops.sequence_reset_sql(no_style(), here):
        _run(statement)


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _rows(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def _raw() -> Connection[tuple[object, ...]]:
    connection.ensure_connection()
    raw: Connection[tuple[object, ...]] = connection.connection
    return raw
