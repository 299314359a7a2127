"""Made-up words and topics: 30,000 words, 300 codes in a tree, and which words tell of which code."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WORDS = 30_000
ROOTS, MIDDLES, LEAVES = 10, 50, 240
CODES = ROOTS + MIDDLES + LEAVES
TOPIC_WORDS = 12
TOPIC_RANKS = (200, 5_000)
CONSONANTS, VOWELS = "bcdfghjklmnpqrstvwxz", "aeiou"
Numbers = NDArray[np.int64]
Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Topics:
    """The words by rank, commonest first; of each code how often it is met and the ranks of its words."""

    words: list[str]
    popularity: Shares
    topic_words: Numbers
    parents: Numbers

    def subtree(self, code: int) -> list[int]:
        """The code and everything below it."""
        found = [code]
        for one in found:
            found += [int(child) for child in np.flatnonzero(self.parents == one)]
        return found


def topics(draw: np.random.Generator) -> Topics:
    """The same for every size of directory."""
    popularity = draw.permutation(falling(CODES, 0.6))
    topic_words = np.stack(
        [draw.choice(np.arange(*TOPIC_RANKS), TOPIC_WORDS, replace=False) for _code in range(CODES)]
    )
    return Topics(_words(draw), popularity, topic_words, _parents())


def falling(count: int, exponent: float) -> Shares:
    """Shares that fall with the rank, together 1."""
    shares = np.arange(1, count + 1, dtype=np.float64) ** -exponent
    return np.asarray(shares / shares.sum())


def _words(draw: np.random.Generator) -> list[str]:
    """Two to four syllables of a consonant and a vowel, half of them with a last consonant; each once."""
    found: dict[str, None] = {}
    while len(found) < WORDS:
        letters = draw.random(9)
        word = "".join(
            CONSONANTS[int(letters[2 * at] * 20)] + VOWELS[int(letters[2 * at + 1] * 5)]
            for at in range(int(draw.integers(2, 5)))
        )
        found[word + (CONSONANTS[int(letters[8] * 20)] if draw.random() < 0.5 else "")] = None
    return list(found)


def _parents() -> Numbers:
    """Of each code the one above it, -1 for a root: roots first, then middles, then leaves."""
    middles = np.arange(MIDDLES) % ROOTS
    leaves = ROOTS + np.arange(LEAVES) % MIDDLES
    return np.concatenate([np.full(ROOTS, -1), middles, leaves]).astype(np.int64)
