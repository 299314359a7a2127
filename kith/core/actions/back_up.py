"""Copy everything but the keys to a folder."""

import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.actions.keep_canary import keep_canary
from kith.core.errors import BadInput, Denied
from kith.core.keys import key_marks
from kith.core.storage.kept_files import copy_files_out
from kith.core.storage.manifest import Manifest, write_manifest
from kith.core.storage.whole import applied_migrations, columns, copy_out, vendor
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class BackedUp:
    """How much the backup holds."""

    tables: int
    rows: int
    files: int


def back_up(viewer: Viewer, *, to: Path) -> BackedUp:
    """Write a backup of the live database and the uploads to the new folder `to`: whole, or not at all.

    The keys and the sign-ins are not in it. Raises Denied for all but the system, BadInput if `to` exists
    and is not empty.
    """
    if not viewer.is_system:
        raise Denied
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise BadInput(_("This folder is not empty. Name a new one for each backup."))
    part = to.with_name(f".{to.name}.{secrets.token_hex(4)}")
    part.mkdir(parents=True, mode=0o700)
    try:
        manifest = _fill(viewer, part)
        part.replace(to)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    rows = sum(table.rows for table in manifest.tables.values())
    return BackedUp(len(manifest.tables), rows, len(manifest.files))


def _fill(viewer: Viewer, folder: Path) -> Manifest:
    """The database first: a file is always there before the row that names it."""
    keep_canary(viewer)
    rows = folder / "database"
    rows.mkdir(mode=0o700)
    manifest = Manifest(
        made_at=clock.now().isoformat(),
        vendor=vendor(),
        migrations=applied_migrations(),
        columns=columns(),
        tables=copy_out(rows),
        files=copy_files_out(folder / "files"),
        key_marks=key_marks(),
    )
    write_manifest(folder, manifest)
    return manifest
