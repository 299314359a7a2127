"""Rows of a table as the database writes them, to be written again without a byte changed."""

from django.db import connection

Rows = tuple[str, ...]
"""One text for each row: its values as SQLite quotes them, or a line of PostgreSQL's COPY."""


def every_table() -> list[str]:
    """All tables, but for what the database keeps for itself."""
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def rows_of(table: str) -> Rows:
    """All rows, in no order that matters."""
    if connection.vendor == "postgresql":
        with connection.connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
            *lines, _after_the_last = b"".join(copy).decode().split("\n")
            return tuple(f"{line}\n" for line in lines)
    columns = " || ', ' || ".join(
        f'quote("{name}")' for _at, name, *_rest in _raw(f'PRAGMA table_info("{table}")')
    )
    return tuple(row for (row,) in _raw(f'SELECT {columns} FROM "{table}"'))


def write_rows(table: str, before: Rows, after: Rows) -> None:
    """Make the rows what they were after, where they are what they were before."""
    kept = set(before)
    new = [row for row in after if row not in kept]
    if len(new) + len(before) != len(after):
        new = list(after)
        _raw(f'DELETE FROM "{table}"')
    if not new:
        return
    if connection.vendor == "postgresql":
        with connection.connection.cursor() as cursor, cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
            copy.write("".join(new))
    else:
        _raw(f'INSERT INTO "{table}" VALUES ' + ", ".join(f"({row})" for row in new))


def _raw(sql: str) -> list[tuple[str, ...]]:
    """Past Django, whose cursors are watched for who writes."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(sql)
        return list(cursor.fetchall()) if cursor.description else []
    finally:
        cursor.close()
