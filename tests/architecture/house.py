"""The house as the architecture tests see it: its floors, and every program file as a syntax tree."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent.parent

# From the roof to the ground. A floor may use the floors below it; rooms on one floor do not know each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("cli", "web"),
    ("exchange",),
    ("care",),
    ("disclosure",),
    ("people", "partnerships"),
    ("consent",),
    ("accounts",),
    ("directory",),
    ("post",),
    ("core", "matching"),
)
DOORS = ("cli", "web", "exchange")
ENGINES = ("matching",)
"""What computes and holds no rows: it lies on a floor, and is no room."""
ROOMS = tuple(room for floor in FLOORS for room in floor if room not in (*DOORS, *ENGINES))


def height(room: str) -> int:
    """How high the room lies: `core` is 0."""
    return next(len(FLOORS) - 1 - at for at, floor in enumerate(FLOORS) if room in floor)


@dataclass(frozen=True, slots=True)
class Source:
    """One program file: its path from the top of the repository, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(Path(self.path).with_suffix("").parts)

    @property
    def room(self) -> str:
        """`care` of kith/care/models/need.py; empty outside a room."""
        return self.parts[1] if len(self.parts) > 2 else ""

    @property
    def place(self) -> str:
        """`models` of kith/care/models/need.py, `terms` of kith/care/terms.py."""
        return self.parts[2] if len(self.parts) > 2 else ""

    @property
    def name(self) -> str:
        return self.parts[-1]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, and where."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


def source(path: str, text: str) -> Source:
    """A file as a tree; used with the real files and with planted ones."""
    return Source(path, text, ast.parse(text))


@cache
def program() -> tuple[Source, ...]:
    """Every Python file of the program but migrations."""
    files = sorted((BASE / "kith").rglob("*.py"))
    paths = (file.relative_to(BASE).as_posix() for file in files)
    return tuple(
        source(path, (BASE / path).read_text("utf-8")) for path in paths if "/migrations/" not in path
    )


def in_room_folders(sources: Iterable[Source], *folders: str) -> Iterator[Source]:
    """The files inside these folders of every room, without the packages' own __init__."""
    for one in sources:
        if one.room in ROOMS and len(one.parts) > 3 and one.place in folders and one.name != "__init__":
            yield one


def listing(faults: Iterable[Fault]) -> str:
    """The faults as lines to read in a failed test."""
    return "\n" + "\n".join(str(fault) for fault in sorted(faults))
