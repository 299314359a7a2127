"""One thing that was looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How it is."""

    FINE = "fine"
    LOOK = "look"
    BAD = "BAD"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one thing: what it is and, unless fine, what to do."""

    level: Level
    sentence: str


def fine(sentence: str) -> Finding:
    """Nothing to do."""
    return Finding(Level.FINE, sentence)


def look(sentence: str) -> Finding:
    """Someone should look at it soon."""
    return Finding(Level.LOOK, sentence)


def bad(sentence: str) -> Finding:
    """It must be mended."""
    return Finding(Level.BAD, sentence)
