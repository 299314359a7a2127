"""Typed words as the engine is asked them: each with its other forms and with what means the same."""

from collections.abc import Iterator, Sequence

from kith.directory.same_words import Meaning, meaning_at
from kith.directory.stems import SHORTEST, stem_of
from kith.matching.questions import Term

Group = tuple[Term, ...]
SHORTEST_START = 3
LONGER, STEM, SAME, TRANSLATED = 35, 65, 60, 85
"""Parts of 100: a longer word that begins as one typed in full, another form, what means the same."""


def groups_of(words: Sequence[str]) -> tuple[Group, ...]:
    """One group for every folded word, or phrase, in order. The last word may not be typed to its end."""
    return tuple(_groups(words))


def group_of(word: str) -> Group:
    """What a word that is typed in full may be said as."""
    return _group(word, meaning_at((word,), 0)[1], is_last=False)


def _groups(words: Sequence[str]) -> Iterator[Group]:
    at = 0
    while at < len(words):
        length, meaning = meaning_at(words, at)
        telling = max(words[at : at + length], key=len)
        yield _group(telling, meaning, is_last=at + length == len(words))
        at += length


def _group(word: str, meaning: Meaning | None, *, is_last: bool) -> Group:
    """The word as typed stands first; of a phrase its longest word."""
    return (*_as_typed(word, is_last=is_last), *_other_forms(word), *_meant(word, meaning))


def _as_typed(word: str, *, is_last: bool) -> Group:
    """Few letters begin too many words, but for the last word, of which more may be to come."""
    if is_last and len(word) > 1:
        return (Term(word, is_start=True),)
    if len(word) < SHORTEST_START:
        return (Term(word),)
    return Term(word), Term(word, is_start=True, percent=LONGER)


def _other_forms(word: str) -> Group:
    """An Arabic word without its article is the word itself."""
    stem = stem_of(word)
    percent = STEM if stem.isascii() else 100
    return (Term(stem, is_start=len(stem) >= SHORTEST, percent=percent),) if stem else ()


def _meant(word: str, meaning: Meaning | None) -> Group:
    if meaning is None:
        return ()
    percent = TRANSLATED if meaning.is_translated else SAME
    return tuple(Term(one, percent=percent) for one in meaning.words if one != word)
