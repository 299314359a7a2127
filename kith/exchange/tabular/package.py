"""The files of a tabular package: a folder or a zip file."""

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.directory.records import Json
from kith.exchange import zips
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.read_file import parsed
from kith.exchange.tabular.json_tables import json_tables

DESCRIPTOR = "datapackage.json"
LARGEST_DESCRIPTOR = 2 * 1024 * 1024
DEEPEST = 3
"""Tables may lie in the package's folder, or in `data/` or the like inside of it."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """One file of a package. `inside` is its name in the zip file; in a folder it is empty.

    A package may also be one JSON file: then `content` is the table.
    """

    name: str
    path: Path
    inside: str
    size: int
    content: bytes | None = None

    def opened(self) -> AbstractContextManager[IO[bytes]]:
        """The file, to read from its beginning. Raises BadInput or OSError where it cannot be read."""
        if self.content is not None:
            return io.BytesIO(self.content)
        return zips.opened(self.path, self.inside) if self.inside else self.path.open("rb")


@dataclass(frozen=True, slots=True)
class Package:
    """The CSV files; what the descriptor calls them, by file; and the files that are packed once more."""

    files: tuple[TableFile, ...]
    named: Mapping[str, str]
    packed_again: tuple[str, ...]


def open_package(path: Path) -> Package:
    """The package in the folder, zip or JSON file.

    Raises BadInput where it is hostile, broken or has no tables.
    """
    files = list(_files(path))
    tables = tuple(sorted(_tables(files), key=lambda one: one.name))
    if not tables:
        raise BadInput(_("There are no CSV files in “%(name)s”.") % {"name": path.name}, field="file")
    if zips.is_zip_file(path):
        zips.check_whole(path, [one.inside for one in tables])
    packed = tuple(one.name for one in files if one.name.lower().endswith(".zip"))
    return Package(tables, _descriptor_names(files), packed)


def _files(path: Path) -> Iterator[TableFile]:
    if path.is_dir():
        return _in_folder(path)
    return _in_zip(path) if zips.is_zip(path) else _in_json(path)


def _in_json(path: Path) -> Iterator[TableFile]:
    """Tables as JSON: `{"services.csv": [{…}, …], …}`."""
    for name, rows in json_tables(path).items():
        columns = dict.fromkeys(column for row in rows for column in row)
        text = io.StringIO()
        table = csv.DictWriter(text, list(columns))
        table.writeheader()
        table.writerows(rows)
        content = text.getvalue().encode()
        yield TableFile(name, path, "", len(content), content)


def _in_folder(folder: Path) -> Iterator[TableFile]:
    """The files; a link that leads out of the folder is none of them."""
    inside = folder.resolve()
    for path in sorted((*folder.glob("*"), *folder.glob("*/*"))):
        if path.is_file() and path.resolve().is_relative_to(inside):
            yield TableFile(path.relative_to(folder).as_posix(), path, "", path.stat().st_size)


def _in_zip(path: Path) -> Iterator[TableFile]:
    for name, size in zips.names_in(path).items():
        yield TableFile(name, path, name, size)


def _tables(files: list[TableFile]) -> Iterator[TableFile]:
    for one in files:
        parts = PurePosixPath(one.name).parts
        is_hidden = any(part.startswith((".", "__")) for part in parts)
        if one.name.lower().endswith(".csv") and len(parts) <= DEEPEST and not is_hidden:
            yield one


def _descriptor_names(files: list[TableFile]) -> dict[str, str]:
    """The resources' names by their file, without folders; empty where there is no descriptor."""
    found = next((one for one in files if PurePosixPath(one.name).name.lower() == DESCRIPTOR), None)
    if found is None:
        return {}
    with found.opened() as file:
        text = file.read(LARGEST_DESCRIPTOR + 1)
    try:
        if len(text) > LARGEST_DESCRIPTOR:
            raise RecordNotTaken(_("The record is over 2 MB."))
        descriptor = parsed(text.removeprefix(b"\xef\xbb\xbf"))
    except RecordNotTaken as error:
        raise BadInput(f"{DESCRIPTOR}: {error.why}", field="file") from None
    return dict(_resources(descriptor))


def _resources(descriptor: Json) -> Iterator[tuple[str, str]]:
    listed = descriptor.get("resources") if isinstance(descriptor, dict) else None
    for resource in listed if isinstance(listed, list) else []:
        name, path = (resource.get("name"), resource.get("path")) if isinstance(resource, dict) else (0, 0)
        if isinstance(name, str) and isinstance(path, str):
            _check_path(path)
            yield PurePosixPath(path).name.lower(), name.lower()


def _check_path(path: str) -> None:
    if zips.is_outside(path):
        shown = {"name": path[:100]}
        raise BadInput(
            f"{DESCRIPTOR}: " + _("“%(name)s” points outside of the package.") % shown, field="file"
        )
