"""What every engine is to the harness: built from a directory, then asked."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.searching.asked import Kind, Question
from bench.searching.made import Directory
from bench.searching.plain import EARTH_KM

TOP = 20
MARGIN = 1e-4


@dataclass(frozen=True, slots=True)
class Answer:
    """How many there are, and the best of them by number."""

    total: int
    best: list[int]


Ask = Callable[[], Answer]


@dataclass(frozen=True, slots=True)
class Built:
    """How long building took, and what lies on the disk."""

    seconds: float
    size: int


class Engine(Protocol):
    """One contender. What `asking` gives has everything made ready, so that only the answer is timed."""

    name: str

    def build(self, directory: Directory) -> Built: ...

    def asking(self, kind: Kind, question: Question) -> Ask: ...

    def checked(self, kind: Kind, question: Question) -> Answer: ...

    def told(self) -> str: ...

    def cpu_seconds(self) -> float: ...

    def close(self) -> None: ...


def bits(mask: int) -> list[int]:
    """The numbers of the bits that are set."""
    return [bit for bit in range(mask.bit_length()) if mask >> bit & 1]


def box(question: Question) -> tuple[float, float, float, float]:
    """South, north, west, east of the circle asked for, a little more than it."""
    if question.km is None:
        return -90.0, 90.0, -180.0, 180.0
    up = math.degrees(question.km / EARTH_KM) + MARGIN
    reach = math.sin(question.km / EARTH_KM) / math.cos(math.radians(question.latitude))
    side = math.degrees(math.asin(min(1.0, reach))) + MARGIN
    return (
        question.latitude - up,
        question.latitude + up,
        question.longitude - side,
        question.longitude + side,
    )


def size_of(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
