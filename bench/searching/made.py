"""A made-up directory of any size, as columns: the same one on every machine."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.searching.ground import Ground, ground
from bench.searching.words import CODES, TOPIC_WORDS, WORDS, Topics, falling, topics

SEED = 7
LANGUAGES, COSTS, SLOTS, FREE, NO_PAPERS = 24, 10, 28, 9, 4
COST_SHARES = (0.55, 0.45, 0.5, 0.4, 0.25, 0.2, 0.15, 0.1, 0.1, 0.45)
DAY, WEEKEND = (0.05, 0.9, 0.9, 0.3), (0.08, 0.3, 0.3, 0.08)
NAME_WORDS = 4
AT_ONCE = 100_000
Column = NDArray[np.int64]
Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Directory:
    """Services by number from 0. `codes`: four each, -1 for none.

    Bits: of `languages` 0 is English; of `costs` 9 is free; of `flags` 0 to 3 are means of access, 4 says
    that no papers are asked for; of `slots` every four are a day from Monday: night, morning, afternoon,
    evening.
    `tokens`: ranks of the words of all services, one after the other; those of service i begin at
    `starts[i]`, and the first four of them are its name.
    """

    size: int
    topics: Topics
    ground: Ground
    latitude: Places
    longitude: Places
    codes: Column
    languages: Column
    costs: Column
    youngest: Column
    oldest: Column
    genders: Column
    flags: Column
    slots: Column
    places: Column
    quality: Column
    tokens: NDArray[np.int16]
    starts: Column

    @property
    def numbers(self) -> dict[str, Column]:
        """The columns that every engine keeps as they are."""
        return {
            "slots": self.slots,
            "languages": self.languages,
            "costs": self.costs,
            "youngest": self.youngest,
            "oldest": self.oldest,
            "genders": self.genders,
            "flags": self.flags,
            "places": self.places,
            "quality": self.quality,
        }

    def ranks(self, first: int, last: int) -> Iterator[list[int]]:
        """The words of each of these services by rank, name first."""
        for one in range(first, last):
            yield self.tokens[self.starts[one] : self.starts[one + 1]].tolist()

    def texts(self, first: int, last: int) -> Iterator[tuple[str, str]]:
        """Name and text of each of these services."""
        words = self.topics.words
        for ranks in self.ranks(first, last):
            said = [words[rank] for rank in ranks]
            yield " ".join(said[:NAME_WORDS]), " ".join(said[NAME_WORDS:])


def directory(size: int) -> Directory:
    """The directory of that many services."""
    draw = np.random.default_rng(SEED)
    named = topics(draw)
    land = ground(draw, size)
    latitude, longitude = land.places(draw, size)
    codes = _codes(draw, size, named)
    youngest, oldest = _ages(draw, size)
    tokens, starts = _texts(draw, size, named, codes[:, 0])
    return Directory(
        size=size,
        topics=named,
        ground=land,
        latitude=latitude,
        longitude=longitude,
        codes=codes,
        languages=_languages(draw, size),
        costs=_costs(draw, size),
        youngest=youngest,
        oldest=oldest,
        genders=draw.choice([7, 1, 2], size, p=[0.88, 0.07, 0.05]),
        flags=draw.integers(0, 16, size) | (draw.random(size) < 0.8).astype(np.int64) << NO_PAPERS,
        slots=_slots(draw, size),
        places=draw.poisson(draw.gamma(1.2, 6, size)),
        quality=np.floor(255 * draw.beta(5, 2, size)).astype(np.int64),
        tokens=tokens,
        starts=starts,
    )


def _codes(draw: np.random.Generator, size: int, named: Topics) -> Column:
    """One to four codes, a repeated one dropped."""
    drawn = draw.choice(CODES, (size, 4), p=named.popularity)
    drawn[np.arange(4) >= draw.choice([1, 2, 3, 4], (size, 1), p=[0.45, 0.3, 0.15, 0.1])] = -1
    for later in range(1, 4):
        for earlier in range(later):
            drawn[drawn[:, later] == drawn[:, earlier], later] = -1
    return drawn


def _languages(draw: np.random.Generator, size: int) -> Column:
    """English always."""
    return _bits(draw, size, [1.0, *(0.35 / bit**1.1 for bit in range(1, LANGUAGES))])


def _costs(draw: np.random.Generator, size: int) -> Column:
    costs = _bits(draw, size, list(COST_SHARES))
    costs[costs == 0] = 1 << FREE
    return costs


def _slots(draw: np.random.Generator, size: int) -> Column:
    """A quarter of the services is open less."""
    share = np.where(draw.random(size) < 0.25, 0.6, 1.0)
    return _bits(draw, size, [one * share for day in range(7) for one in (DAY if day < 5 else WEEKEND)])


def _bits(draw: np.random.Generator, size: int, shares: "list[float] | list[Places]") -> Column:
    bits = np.zeros(size, dtype=np.int64)
    for bit, share in enumerate(shares):
        bits |= (draw.random(size) < share).astype(np.int64) << bit
    return bits


def _ages(draw: np.random.Generator, size: int) -> tuple[Column, Column]:
    youngest = draw.choice(
        [0, 5, 12, 13, 16, 18, 21, 55, 60], size, p=[0.3, 0.05, 0.05, 0.05, 0.05, 0.35, 0.05, 0.05, 0.05]
    )
    grown = draw.choice([64, 99, 120], size, p=[0.15, 0.05, 0.8])
    young = draw.choice([12, 17, 24, 120], size, p=[0.1, 0.2, 0.15, 0.55])
    return youngest, np.maximum(np.where(youngest >= 18, grown, young), youngest + 1)


def _texts(
    draw: np.random.Generator, size: int, named: Topics, first_codes: Column
) -> tuple[NDArray[np.int16], Column]:
    """Words by Zipf's law; somewhere among them five to ten words of the service's first code."""
    lengths = np.clip(np.rint(draw.normal(60, 15, size)), 20, 120).astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    tokens = np.empty(starts[-1], dtype=np.int16)
    upto = np.cumsum(falling(WORDS, 1.0))
    upto[-1] = 1.0
    for first in range(0, size, AT_ONCE):
        last = min(first + AT_ONCE, size)
        some = tokens[starts[first] : starts[last]]
        some[:] = np.searchsorted(upto, draw.random(len(some)), side="right")
    telling = draw.integers(5, 11, size)
    begin = starts[:-1] + np.floor(draw.random(size) * (lengths - telling + 1)).astype(np.int64)
    for at in range(10):
        which = np.flatnonzero(telling > at)
        chosen = draw.integers(0, TOPIC_WORDS, len(which))
        tokens[begin[which] + at] = named.topic_words[first_codes[which], chosen]
    return tokens, starts
