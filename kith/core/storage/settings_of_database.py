"""How the database is set: what durability and safety rest on."""

from dataclasses import dataclass

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

SQLITE_WANTED = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}
POSTGRES_WANTED = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
OLDEST_POSTGRES = 150_000


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """Its kind; what is set otherwise than it should be, as `name is value, not wanted`; open migrations."""

    vendor: str
    is_reachable: bool
    wrong: tuple[str, ...]
    pending_migrations: int


def database_settings() -> DatabaseSettings:
    """How the database is set; never raises: a database that cannot be reached is one of the answers."""
    try:
        connection.ensure_connection()
        return DatabaseSettings(connection.vendor, True, tuple(_wrong()), _pending())
    except DatabaseError:
        return DatabaseSettings(connection.vendor, False, (), 0)


def _wrong() -> list[str]:
    is_postgres = connection.vendor == "postgresql"
    wanted = POSTGRES_WANTED if is_postgres else SQLITE_WANTED
    held = {name: _ask(f"SHOW {name}" if is_postgres else f"PRAGMA {name}") for name in wanted}
    wrong = [f"{name} is {held[name]}, not {wanted[name]}" for name in wanted if held[name] != wanted[name]]
    if is_postgres and int(_ask("SHOW server_version_num")) < OLDEST_POSTGRES:
        wrong.append("the server is older than PostgreSQL 15")
    return wrong


def _pending() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _ask(question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
    return str(row[0]).lower() if row else ""
