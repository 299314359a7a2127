"""The folder of private uploads, as a backup sees it."""

import hashlib
import shutil
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput


def kept_files() -> list[Path]:
    """Every upload, by name; not the parts of unfinished writes."""
    root = Path(settings.KITH_FILES_DIR)
    return sorted(path for path in root.glob("*/*") if path.is_file() and not path.name.startswith("."))


def copy_files_out(folder: Path) -> dict[str, str]:
    """Copy all uploads into `folder`. Returns the SHA-256 of each by its path."""
    root = Path(settings.KITH_FILES_DIR)
    digests = {}
    for path in kept_files():
        place = path.relative_to(root)
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copy2(path, target)
        digests[place.as_posix()] = _digest(target)
    return digests


def check_files(folder: Path, digests: dict[str, str]) -> None:
    """Raises BadInput if an upload is missing from the backup or was changed in it."""
    for place, digest in digests.items():
        path = folder / place
        if not path.is_file() or _digest(path) != digest:
            raise BadInput(_("A file in this backup is missing or damaged. Nothing was changed."))


def copy_files_in(folder: Path, digests: dict[str, str]) -> None:
    """Put the backup's uploads back, beside those that are there."""
    for place in digests:
        target = Path(settings.KITH_FILES_DIR) / place
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copy2(folder / place, target)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
