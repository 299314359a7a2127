"""The made-up services as documents of kith.matching, one after the other."""

import time
from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from bench.searching.engines import bits
from bench.searching.made import AT_ONCE, COSTS, NAME_WORDS, NO_PAPERS, Directory
from kith.matching.documents import Document, FactGroup, Schema, Site, Week

NAME_WEIGHT = 3
QUARTER = 6 * 60
SPOKEN = tuple(f"q{letter}" for letter in "abcdefghijklmnopqrstuvwx")
PAID = tuple(f"cost-{bit}" for bit in range(COSTS))
GENDERS = ("gender-0", "gender-1", "gender-2")
FLAGS = (*(f"access-{bit}" for bit in range(NO_PAPERS)), "no-papers")
DENIED = tuple(f"not-{flag}" for flag in FLAGS)
SCHEMA = Schema(
    groups=(
        FactGroup("cost", PAID, is_any=True, column="costs"),
        FactGroup("gender", GENDERS, is_any=True, column="genders"),
        FactGroup("flags", FLAGS, is_any=False, column="flags"),
        FactGroup("denied", DENIED, is_any=False),
    ),
    opposites=tuple(zip(FLAGS, DENIED, strict=True)),
)


class Stream:
    """Documents, and how long making them up took."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self.seconds = 0.0

    def documents(self) -> Iterator[Document]:
        """All of them, made up some thousands at a time."""
        for first in range(0, self._directory.size, AT_ONCE // 10):
            begun = time.perf_counter()
            some = list(_documents(self._directory, first, min(first + AT_ONCE // 10, self._directory.size)))
            self.seconds += time.perf_counter() - begun
            yield from some


def _documents(directory: Directory, first: int, last: int) -> Iterator[Document]:
    some = slice(first, last)
    columns = [
        directory.latitude,
        directory.longitude,
        directory.codes,
        *(
            directory.numbers[name]
            for name in ("languages", "slots", "youngest", "oldest", "places", "quality")
        ),
    ]
    facts = zip(
        *(directory.numbers[name][some].tolist() for name in ("costs", "genders", "flags")), strict=True
    )
    rows = zip(
        *(column[some].tolist() for column in columns), facts, directory.ranks(first, last), strict=True
    )
    for number, row in enumerate(rows, first):
        latitude, longitude, codes, languages, slots, youngest, oldest, places, quality, own, ranks = row
        yield Document(
            id=UUID(int=number),
            words=_words(directory.topics.words, ranks),
            codes=tuple(str(code) for code in codes if code >= 0),
            languages=tuple(SPOKEN[bit] for bit in bits(languages)),
            facts=_facts(*own),
            minimum_age=youngest,
            maximum_age=oldest,
            places=places,
            quality=quality / 255,
            sites=(Site(latitude, longitude, week=Week("Etc/UTC", _ranges(slots))),),
        )


def _words(words: list[str], ranks: list[int]) -> tuple[tuple[str, int], ...]:
    """A word of the name weighs three times one of the text."""
    weights = Counter(ranks)
    for rank in ranks[:NAME_WORDS]:
        weights[rank] += NAME_WEIGHT - 1
    return tuple((words[rank], weight) for rank, weight in weights.items())


def _facts(costs: int, genders: int, flags: int) -> tuple[str, ...]:
    stated = [PAID[bit] for bit in bits(costs)] + [GENDERS[bit] for bit in bits(genders)]
    return (*stated, *(FLAGS[bit] if flags >> bit & 1 else DENIED[bit] for bit in range(len(FLAGS))))


def _ranges(slots: int) -> tuple[tuple[int, int], ...]:
    """Quarters of a day that follow each other are one range."""
    found: list[tuple[int, int]] = []
    for bit in bits(slots):
        begin = found.pop()[0] if found and found[-1][1] == bit * QUARTER else bit * QUARTER
        found.append((begin, (bit + 1) * QUARTER))
    return tuple(found)
