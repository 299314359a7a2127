"""What is asked of every engine: made-up needs of made-up people."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bench.searching.made import COSTS, LANGUAGES, NO_PAPERS, SEED, SLOTS, Directory
from bench.searching.words import CODES, TOPIC_WORDS, Numbers

KM = (10, 20, 50, 100)
COST_SHARES = (0.25, 0.15, 0.2, 0.1, 0.05, 0.05, 0.03, 0.02, 0.02, 0.13)
OTHER_RANKS = (30, 8_000)


class Kind(StrEnum):
    """What is asked with a question."""

    SEARCH = "search"
    MATCH = "match"
    OPEN = "search, open at a moment"


@dataclass(frozen=True, slots=True)
class Question:
    """One person's question. `km` is None where it is asked of the whole country. `codes`: with all below.

    `slots`: the times that suit, bits; `moment`: one of them. `flags`: bits that it has to have.
    """

    latitude: float
    longitude: float
    km: float | None
    words: tuple[str, ...]
    codes: tuple[int, ...]
    age: int
    gender: int
    language: int
    cost: int
    flags: int
    slots: int
    moment: int


def questions(
    directory: Directory, count: int, *, turn: int = 0, is_nationwide: bool = False
) -> list[Question]:
    """So many questions, others in each turn."""
    draw = np.random.default_rng([SEED, turn + 1])
    latitudes, longitudes = directory.ground.places(draw, count)
    return [
        _question(draw, directory, float(latitude), float(longitude), is_nationwide=is_nationwide)
        for latitude, longitude in zip(latitudes, longitudes, strict=True)
    ]


def _question(
    draw: np.random.Generator, directory: Directory, latitude: float, longitude: float, *, is_nationwide: bool
) -> Question:
    topics = directory.topics
    needs = draw.choice(CODES, 1 + int(draw.random() < 0.4), replace=False, p=topics.popularity)
    km = float(draw.choice(KM, p=[0.2, 0.35, 0.3, 0.15]))
    slots = draw.choice(SLOTS, int(draw.integers(2, 10)), replace=False)
    ranks = [
        _rank(draw, topics.topic_words[needs[0]]) for _word in range(_one_of(draw, (0.3, 0.45, 0.25)) + 1)
    ]
    return Question(
        latitude=latitude,
        longitude=longitude,
        km=None if is_nationwide else km,
        words=tuple(dict.fromkeys(topics.words[rank] for rank in ranks)),
        codes=tuple(dict.fromkeys(code for need in needs for code in topics.subtree(int(need)))),
        age=int(draw.integers(6, 90)),
        gender=1 << _one_of(draw, (0.5, 0.45, 0.05)),
        language=1 << _language(draw),
        cost=1 << int(draw.choice(COSTS, p=COST_SHARES)),
        flags=_flags(draw),
        slots=sum(1 << int(slot) for slot in slots),
        moment=1 << int(slots[0]),
    )


def _rank(draw: np.random.Generator, topic_words: Numbers) -> int:
    if draw.random() < 0.7:
        return int(topic_words[draw.integers(0, TOPIC_WORDS)])
    lowest, highest = np.log(OTHER_RANKS)
    return int(np.exp(draw.uniform(lowest, highest)))


def _language(draw: np.random.Generator) -> int:
    """English mostly."""
    if draw.random() < 0.65:
        return 0
    shares = np.arange(1, LANGUAGES) ** -1.1
    return 1 + int(draw.choice(LANGUAGES - 1, p=shares / shares.sum()))


def _flags(draw: np.random.Generator) -> int:
    """At times no papers, at times one means of access."""
    papers = int(draw.random() < 0.15) << NO_PAPERS
    return papers | (1 << int(draw.integers(0, 4)) if draw.random() < 0.2 else 0)


def _one_of(draw: np.random.Generator, shares: tuple[float, ...]) -> int:
    return int(draw.choice(len(shares), p=shares))
