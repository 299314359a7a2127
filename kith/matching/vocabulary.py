"""The words of a generation: sorted, so that words that begin alike are neighbours."""

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from kith.matching.layout import I8, U1

STEP = 4
END = b"\xff"
"""Sorts behind every UTF-8 text."""


class Vocabulary:
    """Finds words in a table of all, and beginnings by bisection, for which every fourth is kept at hand."""

    def __init__(self, vbytes: U1, vstart: I8) -> None:
        self._blob = vbytes.data  # a memoryview reads single numbers far faster than an array does
        self._start = vstart.data
        self.count = len(vstart) - 1
        self._marks = [self.at(number) for number in range(0, self.count, STEP)]
        self._numbers = {word: number for number, word in enumerate(self.words())}

    def at(self, number: int) -> bytes:
        """The word of this number, as it is kept."""
        start = self._start
        return bytes(self._blob[start[number] : start[number + 1]])

    def word(self, number: int) -> str:
        """The word of this number."""
        return self.at(number).decode("utf-8", "surrogatepass")

    def words(self) -> list[str]:
        """All words, in order."""
        blob, ends = self._blob.tobytes(), self._start.tolist()
        return [blob[a:b].decode("utf-8", "surrogatepass") for a, b in pairwise(ends)]

    def of_length(self, length: int) -> list[str]:
        """All words of so many letters, in order."""
        return self._by_length.get(length, [])

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for word in self._numbers:
            found.setdefault(len(word), []).append(word)
        return found

    def find(self, word: str) -> int | None:
        """The number of this word, or None."""
        return self._numbers.get(word)

    def beginning(self, start: str) -> tuple[int, int]:
        """The range [a, b) of the words that begin so."""
        key = encoded(start)
        return self._first_from(key), self._first_from(key + END)

    def _first_from(self, key: bytes) -> int:
        """The number of the first word that does not sort before the key."""
        block = bisect_left(self._marks, key)
        low = max(block - 1, 0) * STEP
        high = min(block * STEP, self.count)
        return bisect_left(range(self.count), key, low, high, key=self.at)


def encoded(word: str) -> bytes:
    """The word as it is kept."""
    return word.encode("utf-8", "surrogatepass")
