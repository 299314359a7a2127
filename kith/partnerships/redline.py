"""What changed between two texts, word by word: what stays, what is taken out, what is new."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

MOST_WORDS = 3000
"""Longer stretches are compared line by line only: word by word would take too long to be read, too."""
PIECES = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What became of some words, or of a clause."""

    SAME = "same"
    TAKEN_OUT = "taken_out"
    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what became of them: SAME, TAKEN_OUT or NEW."""

    change: Change
    text: str


def redline(old: str, new: str) -> tuple[Piece, ...]:
    """The words in the order in which they are read; what is taken out comes before what is new.

    SAME and NEW together are exactly `new`, SAME and TAKEN_OUT exactly `old`.
    """
    lines = _between(old.splitlines(keepends=True), new.splitlines(keepends=True))
    found = (piece for gone, came in lines for piece in _by_words(gone, came))
    return tuple(_joined(piece for piece in found if piece.text))


def _by_words(gone: str, came: str) -> Iterator[Piece]:
    before, after = PIECES.findall(gone), PIECES.findall(came)
    if len(before) + len(after) > MOST_WORDS and gone != came:
        before, after = [gone], [came]
    for old, new in _between(before, after):
        if old == new:
            yield Piece(Change.SAME, old)
            continue
        yield Piece(Change.TAKEN_OUT, old)
        yield Piece(Change.NEW, new)


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Stretches of both, one after the other; the two are the same where nothing changed."""
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(old[a:b]), "".join(new[c:d])


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    for change, group in groupby(pieces, key=lambda piece: piece.change):
        yield Piece(change, "".join(piece.text for piece in group))
