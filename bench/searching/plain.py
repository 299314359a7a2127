"""Who answers a question, by looking at every service: slow and simple, what all engines are checked by."""

import numpy as np
from numpy.typing import NDArray

from bench.searching.asked import Kind, Question
from bench.searching.made import Directory

EARTH_KM = 6371.0
Bits = NDArray[np.bool_]


class Plain:
    """The plain rule over one directory."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._rank = {word: rank for rank, word in enumerate(directory.topics.words)}

    def answer(self, kind: Kind, asked: Question) -> list[int]:
        """Services near enough that pass the tests, and fit: by any of the words or any of the codes."""
        told = self._has_code(asked) if kind is Kind.MATCH else self._says(asked)
        return [int(one) for one in np.flatnonzero(told & self._passes(asked, kind) & self._is_near(asked))]

    def _says(self, asked: Question) -> Bits:
        ranks = np.array([self._rank[word] for word in asked.words], dtype=np.int16)
        at = np.flatnonzero(np.isin(self.directory.tokens, ranks))
        said = np.zeros(self.directory.size, dtype=np.bool_)
        said[np.searchsorted(self.directory.starts, at, side="right") - 1] = True
        return said

    def _has_code(self, asked: Question) -> Bits:
        return np.asarray(np.isin(self.directory.codes, asked.codes).any(axis=1))

    def _passes(self, asked: Question, kind: Kind) -> Bits:
        there = self.directory
        return (
            self._is_open(times(kind, asked))
            & (there.languages & asked.language != 0)
            & (there.costs & asked.cost != 0)
            & (there.youngest <= asked.age)
            & (there.oldest >= asked.age)
            & (there.genders & asked.gender != 0)
            & (there.places > 0)
            & (there.flags & asked.flags == asked.flags)
        )

    def _is_open(self, slots: int) -> Bits:
        return self.directory.slots & slots != 0 if slots else np.ones(self.directory.size, dtype=np.bool_)

    def _is_near(self, asked: Question) -> Bits:
        if asked.km is None:
            return np.ones(self.directory.size, dtype=np.bool_)
        return kilometres(self.directory, asked) <= asked.km


def times(kind: Kind, asked: Question) -> int:
    """The bits of times of which one has to fit; 0: any time does."""
    if kind is Kind.MATCH:
        return asked.slots
    return asked.moment if kind is Kind.OPEN else 0


def kilometres(directory: Directory, asked: Question) -> NDArray[np.float64]:
    """From the question's place to every service, along a great circle."""
    north, there = np.radians(asked.latitude), np.radians(directory.latitude)
    east = np.radians(directory.longitude - asked.longitude)
    half = np.sin((there - north) / 2) ** 2 + np.cos(north) * np.cos(there) * np.sin(east / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(half)))
