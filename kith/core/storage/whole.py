"""One face for both databases: copy the whole out, copy the whole in."""

import sqlite3
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput
from kith.core.storage import postgres_copy, sqlite_copy
from kith.core.storage.manifest import Manifest, RowsDiffer
from kith.core.storage.sums import TableSum

HOLDS_WORK = ("core_event", "accounts_user", "directory_organization")


def vendor() -> str:
    """`sqlite` or `postgresql`."""
    return connection.vendor


def holds_work() -> bool:
    """True if someone has used this database: it has users, organisations or events."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in HOLDS_WORK:
            if table not in tables:
                continue
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 (our own names)
            if cursor.fetchone() is not None:
                return True
    return False


def applied_migrations() -> list[tuple[str, str]]:
    """Every migration that this database has had."""
    return sorted(MigrationRecorder(connection).applied_migrations())


def copy_out(folder: Path) -> dict[str, TableSum]:
    """Copy the whole database into `folder`. Returns the sum of each table."""
    return postgres_copy.copy_out(folder) if vendor() == "postgresql" else sqlite_copy.copy_out(folder)


def columns() -> dict[str, list[str]]:
    """Each table's columns where the copy needs them (PostgreSQL)."""
    return postgres_copy.live_columns() if vendor() == "postgresql" else {}


def check_fits(folder: Path, manifest: Manifest) -> None:
    """Look before anything is overwritten.

    Raises BadInput if the backup is of the other kind of database, of a newer Kith, or damaged.
    """
    if manifest.vendor != vendor():
        raise BadInput(
            _("This backup is of the other kind of database. Set DATABASE_URL to a database of its kind.")
        )
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {}
    if not set(manifest.migrations) <= set(known):
        raise BadInput(_("This backup was made by a newer Kith. Install that version first."))
    if vendor() == "sqlite" and not _is_whole(folder, manifest):
        raise BadInput(_("The database in this backup is damaged. Nothing was changed."))


def copy_in(folder: Path, manifest: Manifest) -> None:
    """Replace the live database; nobody is signed in then. Raises RowsDiffer if a sum is another."""
    if vendor() == "postgresql":
        postgres_copy.copy_in(folder, manifest)
        postgres_copy.empty_left_out()
        return
    sqlite_copy.copy_in(folder)
    if sqlite_copy.live_sums() != manifest.tables:
        raise RowsDiffer
    sqlite_copy.empty_left_out()


def _is_whole(folder: Path, manifest: Manifest) -> bool:
    try:
        return sqlite_copy.sums_of(folder / sqlite_copy.FILE) == manifest.tables
    except sqlite3.DatabaseError:
        return False
