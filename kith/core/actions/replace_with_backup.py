"""Bring a backup back over whatever the database holds."""

from dataclasses import dataclass
from pathlib import Path

from kith.core.errors import Denied
from kith.core.keys import key_marks
from kith.core.storage.kept_files import check_files, copy_files_in
from kith.core.storage.manifest import read_manifest
from kith.core.storage.whole import check_fits, copy_in
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Restored:
    """How much came back, and the names of keys that its private text needs and that are not here."""

    made_at: str
    rows: int
    files: int
    missing_keys: tuple[str, ...]


def replace_with_backup(viewer: Viewer, *, folder: Path) -> Restored:
    """Check the backup, then replace the live database and prove that every row came back.

    Everything that was in the database is gone afterwards. Raises Denied for all but the system, BadInput
    for a folder that holds no whole backup for this database.
    """
    if not viewer.is_system:
        raise Denied
    manifest = read_manifest(folder)
    check_files(folder / "files", manifest.files)
    check_fits(folder / "database", manifest)
    copy_in(folder / "database", manifest)
    copy_files_in(folder / "files", manifest.files)
    held = key_marks()
    return Restored(
        made_at=manifest.made_at,
        rows=sum(table.rows for table in manifest.tables.values()),
        files=len(manifest.files),
        missing_keys=tuple(name for name, mark in manifest.key_marks.items() if held.get(name) != mark),
    )
