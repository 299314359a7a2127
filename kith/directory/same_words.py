"""Words that mean the same, so that one finds what is written with another; folded when read.

`seeds/same_words.csv` holds English words for the usual kinds of help, and how Spanish, French, Arabic,
Somali and Ukrainian speakers say them. No native speaker has looked at it yet.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kith.directory.folding import words_of
from kith.directory.stems import stem_of

PATH = Path(__file__).parent / "seeds" / "same_words.csv"
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """English words for what was typed; `is_translated`: it was typed in another language."""

    words: tuple[str, ...]
    is_translated: bool


def meaning_at(words: Sequence[str], at: int) -> tuple[int, Meaning | None]:
    """How many words from there on are one phrase, the longest that is known, and what it means.

    A single word may have another ending. One word and None where nothing is known.
    """
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        meaning = _MEANINGS.get(tuple(words[at : at + length]))
        if meaning is not None:
            return length, meaning
    return 1, _BY_STEM.get(_stem(words[at]))


def _lines() -> Iterator[tuple[list[Phrase], list[Phrase]]]:
    """English words, and phrases of other languages."""
    with PATH.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            yield _phrases(line["english"]), _phrases(line["others"])


def _phrases(cell: str) -> list[Phrase]:
    return [tuple(words_of(text)) for text in cell.split("|") if words_of(text)]


def _meanings() -> dict[Phrase, Meaning]:
    """What is English is never read as a word of another language."""
    lines = list(_lines())
    own = {phrase for english, _ in lines for phrase in english}
    found: dict[Phrase, dict[str, None]] = {}
    for english, others in lines:
        means = dict.fromkeys(word for phrase in english for word in phrase)
        for phrase in [*english, *(one for one in others if one not in own)]:
            found.setdefault(phrase, {}).update(means)
    return {phrase: Meaning(tuple(means), phrase not in own) for phrase, means in found.items()}


def _by_stem(meanings: dict[Phrase, Meaning]) -> dict[str, Meaning]:
    """The English word goes first where one of another language has the same stem."""
    single = [(phrase[0], meaning) for phrase, meaning in meanings.items() if len(phrase) == 1]
    found: dict[str, Meaning] = {}
    for word, meaning in sorted(single, key=lambda one: one[1].is_translated):
        found.setdefault(_stem(word), meaning)
    return found


def _stem(word: str) -> str:
    return stem_of(word) or word


_MEANINGS = _meanings()
_BY_STEM = _by_stem(_MEANINGS)
_LONGEST = max(map(len, _MEANINGS))
