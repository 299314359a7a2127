"""Zip files from elsewhere: nothing is unpacked to the disk, and what could do harm is a sentence."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from kith.core.errors import BadInput

MOST_FILES = 1000
LARGEST_FILE = 512 * 1024 * 1024
LARGEST_WHOLE = 1024 * 1024 * 1024
ENCRYPTED = 0x1
AT_ONCE = 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


def is_zip(path: Path) -> bool:
    """True if the file begins as a zip file does."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def is_zip_file(path: Path) -> bool:
    """True if it is a file, and a zip file."""
    return path.is_file() and is_zip(path)


def names_in(path: Path) -> dict[str, int]:
    """The files in the zip and how large each is unpacked.

    Raises BadInput where the zip is broken or encrypted, has too many files or too large ones, or where a
    name points outside of it.
    """
    with reading(path), zipfile.ZipFile(path) as whole:
        entries = [one for one in whole.infolist() if not one.is_dir()]
    if len(entries) > MOST_FILES:
        raise BadInput(_("The zip file holds over %(most)s files.") % {"most": MOST_FILES}, field="file")
    for entry in entries:
        _check(entry)
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise BadInput(_("The zip file holds over 1 GB when it is unpacked."), field="file")
    return {entry.filename: entry.file_size for entry in entries}


def _check(entry: zipfile.ZipInfo) -> None:
    name = {"name": entry.filename[:100]}
    if is_outside(entry.filename):
        raise BadInput(_("“%(name)s” points outside of the package.") % name, field="file")
    if entry.flag_bits & ENCRYPTED:
        raise BadInput(_("“%(name)s” is locked with a password.") % name, field="file")
    if entry.file_size > LARGEST_FILE:
        raise BadInput(_("“%(name)s” is over 512 MB when it is unpacked.") % name, field="file")


def check_whole(path: Path, names: Iterable[str]) -> None:
    """Raises BadInput where one of these files was spoilt: found before anything of it is used."""
    with reading(path), zipfile.ZipFile(path) as whole:
        for name in names:
            with whole.open(name) as file:
                while file.read(AT_ONCE):
                    pass


def is_outside(name: str) -> bool:
    """True for a name that leads out of its folder: `../x`, `/x`, `C:x`, or one with a backslash."""
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name


@contextmanager
def opened(path: Path, name: str) -> Iterator[IO[bytes]]:
    """One file of the zip, to read from its beginning. Raises BadInput where it turns out to be broken."""
    with reading(path), zipfile.ZipFile(path) as whole, whole.open(name) as file:
        yield file


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turns what a broken zip file raises while it is read into a sentence."""
    try:
        yield
    except BROKEN:
        raise BadInput(_("The zip file “%(name)s” is broken.") % {"name": path.name}, field="file") from None
