"""What a generation says of itself: format, sequence, schema, shape, and the checksum of every file."""

import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypedDict

from kith.matching.documents import FactGroup, Schema
from kith.matching.layout import FORMAT, Names, Shape

MANIFEST = "manifest.json"
NAMES = "names.json"
STRETCH = 1 << 20


class Damaged(Exception):
    """A generation is not whole: a file is missing, cut off or changed, or it is of another format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`files`: size and checksum of each file by its name."""

    sequence: int
    schema: Schema
    shape: Shape
    files: dict[str, tuple[int, int]]

    def text(self) -> str:
        """As it is kept: the last line is a checksum of those before."""
        body = json.dumps({"format": FORMAT, **asdict(self)}, indent=1, sort_keys=True)
        return f"{body}\n{zlib.crc32(body.encode())}\n"

    def check_files(self, path: Path) -> None:
        """Raises Damaged unless all files are those that were written."""
        for name, (size, checksum) in self.files.items():
            try:
                found = measured(path / name)
            except OSError as error:
                raise Damaged(f"{path.name}/{name}") from error
            if found != (size, checksum):
                raise Damaged(f"{path.name}/{name}")

    def names(self, path: Path) -> Names:
        """What numbers stand for."""
        found = json.loads((path / NAMES).read_text("utf-8"))
        return Names(**{name: tuple(values) for name, values in found.items()})


def names_text(names: Names) -> str:
    """Names as they are kept."""
    return json.dumps(asdict(names), sort_keys=True)


def measured(path: Path) -> tuple[int, int]:
    """The size and checksum of a file."""
    size = checksum = 0
    with path.open("rb") as file:
        while stretch := file.read(STRETCH):
            checksum = zlib.crc32(stretch, checksum)
            size += len(stretch)
    return size, checksum


def read_manifest(path: Path) -> Manifest:
    """The manifest in a generation's directory. Raises Damaged."""
    try:
        body, _, checksum = (path / MANIFEST).read_text("utf-8").rstrip("\n").rpartition("\n")
        if checksum != str(zlib.crc32(body.encode())):
            raise Damaged(path.name)
        found = json.loads(body)
        if found["format"] != FORMAT:
            raise Damaged(path.name)
        return Manifest(
            sequence=found["sequence"],
            schema=_schema(found["schema"]),
            shape=Shape(**found["shape"]),
            files={name: (size, check) for name, (size, check) in found["files"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged(path.name) from error


def _schema(found: "_Kept") -> Schema:
    groups = (
        FactGroup(one["name"], tuple(one["codes"]), one["is_any"], one["column"]) for one in found["groups"]
    )
    opposites = ((one, other) for one, other in found["opposites"])
    return Schema(tuple(groups), found["version"], tuple(opposites))


class _KeptGroup(TypedDict):
    name: str
    codes: list[str]
    is_any: bool
    column: str


class _Kept(TypedDict):
    groups: list[_KeptGroup]
    version: int
    opposites: list[tuple[str, str]]
