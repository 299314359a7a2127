"""A folder or zip file with tables, opened so that it cannot hurt: not unpacked, and read to a limit."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zlib import error as ZlibError  # noqa: N812 (the library's name is a word of its own)

from django.utils.translation import gettext as _

from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.validating.errors import CannotRead

MOST_FILES = 1000
MOST_BYTES = 1024 * 1024 * 1024
LEAST_PRICE = 64
"""What a line costs at least: a billion empty lines are no small thing."""
LONGEST_ROW = 2 * 1024 * 1024
LARGEST_DESCRIPTION = 5 * 1024 * 1024
BROKEN = (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError)
"""What the zip library raises for damaged, encrypted or strangely packed members."""


@dataclass(slots=True)
class Budget:
    """How many bytes may still be read from a package."""

    left: int = field(default_factory=lambda: MOST_BYTES)

    def spend(self, count: int) -> None:
        """Raises CannotRead once the package has grown beyond all reason."""
        self.left -= count
        if self.left < 0:
            raise CannotRead(_("The package grows to over 1 GB. Check its tables one by one."))


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a package by their bare names."""

    files: dict[str, Callable[[], BinaryIO]]
    twice: tuple[str, ...]
    budget: Budget

    def lines(self, name: str) -> Iterator[str]:
        """The lines of one file. Raises RecordNotTaken for what is no UTF-8 text, broken, or endless."""
        with self.files[name]() as file:
            number = 0
            while line := _read(file, LONGEST_ROW + 1):
                number += 1
                self.budget.spend(max(len(line), LEAST_PRICE))
                if len(line) > LONGEST_ROW:
                    raise RecordNotTaken(_("The record is over 2 MB."))
                yield _text(line, number)

    def whole(self, name: str) -> bytes:
        """A small file at once. Raises RecordNotTaken if it is not small."""
        with self.files[name]() as file:
            content = _read_all(file, LARGEST_DESCRIPTION + 1)
        self.budget.spend(len(content))
        if len(content) > LARGEST_DESCRIPTION:
            raise RecordNotTaken(_("The record is over 2 MB."))
        return content


def _read(file: BinaryIO, most: int) -> bytes:
    try:
        return file.readline(most)
    except BROKEN:
        raise RecordNotTaken(_("The file is damaged, or locked with a password.")) from None


def _read_all(file: BinaryIO, most: int) -> bytes:
    try:
        return file.read(most)
    except BROKEN:
        raise RecordNotTaken(_("The file is damaged, or locked with a password.")) from None


def _text(line: bytes, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        raise RecordNotTaken(_("Line %(line)s is not UTF-8 text.") % {"line": number}) from None


def folder_package(folder: Path) -> Package:
    """The files of a folder; what lies deeper is not looked at."""
    files = {path.name: _opener(path) for path in sorted(folder.iterdir()) if path.is_file()}
    return Package(files, (), Budget())


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def zip_package(archive: zipfile.ZipFile) -> Package:
    """The files of an open zip file, wherever they stand in it. Raises CannotRead for too many."""
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MOST_FILES:
        raise CannotRead(_("The zip file holds over %(most)s files.") % {"most": MOST_FILES})
    files: dict[str, Callable[[], BinaryIO]] = {}
    twice = []
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/")).name
        if member.filename.startswith("__MACOSX") or name.startswith("."):
            continue
        if name in files:
            twice.append(name)
        files.setdefault(name, _member(archive, member))
    return Package(files, tuple(sorted(set(twice))), Budget())


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: _opened(archive, member)


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    try:
        return archive.open(member)  # type: ignore[return-value]  # readable is all that is asked of it
    except BROKEN:
        raise RecordNotTaken(_("The file is damaged, or locked with a password.")) from None
