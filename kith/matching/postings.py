"""Where words stand: the vocabulary sorted, and after each word its slots in order, with how telling it is.

BM25 with k1 1.2 and b 0.75, where the weights of a document's words are its term frequencies.
"""

from dataclasses import dataclass

import numpy as np

from kith.matching.layout import F8, I4, I8, U1
from kith.matching.spans import spread
from kith.matching.table import Chunk, Stats, Words

K1, B = 1.2, 0.75
BLOCK = 2_000_000
SLOT_BITS, IMPACT_BITS = 31, 8


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of each document: of number d `slot[start[d]:start[d + 1]]`; none where it was replaced."""

    start: I8
    slot: I8

    def count(self, doc: I4) -> I8:
        """How many slots each of these has."""
        return self.start[doc + 1] - self.start[doc]


@dataclass(frozen=True, slots=True)
class Postings:
    """See Arrays."""

    vbytes: U1
    vstart: I8
    vidf: I4
    vdf: I4
    pstart: I8
    pdoc: I4
    pimp: U1
    average_length: float


def idf(frequency: I8, services: int) -> I4:
    """How much a word weighs that n of N services have, at least 1.

    round(1000 ln(1 + (N - n + .5)/(n + .5)))
    """
    rare = np.maximum(services - frequency, 0) + 0.5
    weights: F8 = np.log(1 + rare / (frequency + 0.5))
    return np.maximum(np.rint(1000 * weights), 1).astype(np.int32)


def impacts(weight: F8, length: F8, average_length: float) -> I8:
    """How telling a word is where it weighs so much among so many: 1-255."""
    part = weight / (weight + K1 * (1 - B + B * length / average_length))
    return np.clip(np.floor(255 * part + 0.5), 1, 255).astype(np.int64)


def post(words: Words, slots: Slots, length: I4, stats: Stats | None) -> Postings:
    """All postings. `stats` of another generation, or None: of these words."""
    own = _own_stats(words, slots, length)
    average = own.average_length if stats is None else stats.average_length
    order = [
        number
        for number in sorted(range(len(own.counts)), key=words.vocabulary.__getitem__)
        if own.counts[number]
    ]
    rank = np.full(len(words.vocabulary), -1, np.int64)
    rank[order] = np.arange(len(order))
    names = [words.vocabulary[number] for number in order]
    pstart = np.zeros(len(order) + 1, np.int64)
    np.cumsum(own.counts[order], out=pstart[1:])
    pdoc, pimp = np.empty(int(pstart[-1]), np.int32), np.empty(int(pstart[-1]), np.uint8)
    cursor = pstart[:-1].copy()
    for chunk in words:
        _scatter(_keys(chunk, rank, slots, length, average), cursor, pdoc, pimp)
    if len(words.chunks) > 1:
        _sort(pstart, pdoc, pimp)
    df = own.frequency[order]
    known = idf(df, own.services) if stats is None else idf(stats.frequency(names), stats.services)
    vbytes, vstart = _blob(names)
    return Postings(vbytes, vstart, known, df.astype(np.int32), pstart, pdoc, pimp, average)


@dataclass(frozen=True, slots=True)
class _Own:
    """Of each word: postings, and services with it. Of the services: how many, their mean length."""

    counts: I8
    frequency: I8
    services: int
    average_length: float


def _own_stats(words: Words, slots: Slots, length: I4) -> _Own:
    size = len(words.vocabulary)
    counts, frequency = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for chunk in words:
        times = slots.count(chunk.doc)
        counts += np.bincount(chunk.term, times, size).astype(np.int64)
        frequency += np.bincount(chunk.term[times > 0], minlength=size)
    is_there = np.diff(slots.start) > 0
    services = int(is_there.sum())
    total = int(length[is_there].sum(dtype=np.int64))
    return _Own(counts, frequency, services, total / services if total else 1.0)


def _keys(chunk: Chunk, rank: I8, slots: Slots, length: I4, average: float) -> I8:
    """Word, slot and impact of each posting of a chunk in one number, sorted."""
    at, where = spread(slots.start[chunk.doc], slots.start[chunk.doc + 1])
    weight, own = chunk.weight.astype(np.float64), length[chunk.doc].astype(np.float64)
    keys = impacts(weight, own, average)[at]
    keys |= slots.slot[where] << IMPACT_BITS
    keys |= rank[chunk.term[at]] << SLOT_BITS + IMPACT_BITS
    keys.sort()
    return keys


def _scatter(keys: I8, cursor: I8, pdoc: I4, pimp: U1) -> None:
    """Write sorted postings behind those that each word has already."""
    term = keys >> SLOT_BITS + IMPACT_BITS
    count = np.bincount(term, minlength=len(cursor))
    first = np.cumsum(count) - count
    at = np.arange(len(keys)) + (cursor - first)[term]
    pdoc[at] = (keys >> IMPACT_BITS) & (1 << SLOT_BITS) - 1
    pimp[at] = keys & (1 << IMPACT_BITS) - 1
    cursor += count


def _sort(pstart: I8, pdoc: I4, pimp: U1) -> None:
    """Put each word's slots in order, some words at a time."""
    first = 0
    while first < len(pstart) - 1:
        last = max(int(pstart.searchsorted(pstart[first] + BLOCK, "right")) - 1, first + 1)
        begin, end = int(pstart[first]), int(pstart[last])
        term = np.repeat(np.arange(last - first), np.diff(pstart[first : last + 1]))
        keys = (
            term << SLOT_BITS + IMPACT_BITS
            | pdoc[begin:end].astype(np.int64) << IMPACT_BITS
            | pimp[begin:end]
        )
        keys.sort()
        pdoc[begin:end] = (keys >> IMPACT_BITS) & (1 << SLOT_BITS) - 1
        pimp[begin:end] = keys & (1 << IMPACT_BITS) - 1
        first = last


def _blob(names: list[str]) -> tuple[U1, I8]:
    """All words end to end, and where each begins."""
    parts = [name.encode("utf-8", "surrogatepass") for name in names]
    vstart = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part) for part in parts], out=vstart[1:])
    return np.frombuffer(b"".join(parts), np.uint8), vstart
