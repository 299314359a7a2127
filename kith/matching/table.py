"""Documents as columns, in no order yet: what a generation is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kith.matching.hours import WeekColumns
from kith.matching.layout import F4, I2, I4, I8, U1, U2, U4, U8, Ids, Names

MAPPED, ANYWHERE, BOUND = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some words of some documents: the document's number, the word's number, its weight there."""

    doc: I4
    term: I4
    weight: U2


@dataclass(slots=True)
class Words:
    """All words in order of first sight, and where they stand, in chunks of documents.

    A word stands once in a document. `folder`: where chunks are kept that memory should not hold.
    """

    vocabulary: list[str]
    chunks: list[Callable[[], Chunk]] = field(default_factory=list)
    folder: Path | None = None

    def keep(self, chunk: Chunk) -> None:
        """One more chunk."""
        if self.folder is None:
            self.chunks.append(lambda: chunk)
            return
        path = self.folder / f"words-{len(self.chunks)}.npz"
        np.savez(path, doc=chunk.doc, term=chunk.term, weight=chunk.weight)
        self.chunks.append(lambda: _read(path))

    def __iter__(self) -> Iterator[Chunk]:
        return (chunk() for chunk in self.chunks)


def _read(path: Path) -> Chunk:
    with np.load(path) as parts:
        return Chunk(parts["doc"], parts["term"], parts["weight"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns of documents (those first) and of their places (from `row_doc` on), by number.

    `length`: sum of the document's weights of words. Codes of document d: `code[code_start[d]:…]`, the most
    telling first, each once; areas likewise. `rare_doc` speaks `rare_language`, counted from the first
    language without a bit. A place that is not on the map has `kind` ANYWHERE or BOUND, and NaN for a point;
    such a document has this one place.
    """

    ids: Ids
    length: I4
    code_start: I4
    code: I4
    langs: U4
    rare_doc: I4
    rare_language: I4
    amin: U1
    amax: U1
    cap: I2
    quality: U1
    paused: U1
    area_start: I4
    area: I4
    row_doc: I4
    kind: U1
    lat: F4
    lon: F4
    ins: U2
    flags: U1
    gender: U1
    facts: U8
    week: I4
    weeks: WeekColumns
    names: Names
    words: Words


@dataclass(frozen=True, slots=True)
class Stats:
    """What words weigh: number of services, mean weight of all words of one, and how many have each word."""

    services: int
    average_length: float
    frequency: Callable[[list[str]], I8]
