"""The words of a question, as ranges of the vocabulary."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from kith.matching.generation import Generation
from kith.matching.questions import Part, Term
from kith.matching.weights import SEARCH_WEIGHTS

MOST_IMPACT = 255


class Run(NamedTuple):
    """Words [first, last) of the vocabulary; each counts so many parts of 100."""

    first: int
    last: int
    percent: int = 100

    @property
    def is_word(self) -> bool:
        """Whether it is one word only."""
        return self.last - self.first == 1


Group = tuple[Run, ...]
Parts = tuple[tuple[Group, ...], ...]


def runs_of_parts(generation: Generation, parts: Iterable[Part]) -> Parts:
    """Each part's groups, each group once; a group that nothing answers is empty."""
    return tuple(_part(generation, part) for part in parts)


def loose(parts: Parts) -> Parts:
    """The parts, and every group as a part of its own, each once: who has all of a part stays ahead."""
    groups = dict.fromkeys(group for part in parts for group in part if group)
    return tuple(dict.fromkeys([*parts, *((group,) for group in groups)]))


def _part(generation: Generation, part: Part) -> tuple[Group, ...]:
    groups = [_group(generation, terms) for terms in part.groups]
    return tuple(dict.fromkeys(groups) if len(groups) > 1 else groups)


def _group(generation: Generation, terms: tuple[Term, ...]) -> Group:
    if len(terms) == 1:
        return _runs(generation, terms[0])
    return tuple(dict.fromkeys(run for term in terms for run in _runs(generation, term)))


def _runs(generation: Generation, term: Term) -> Group:
    """The word itself, and those that begin so."""
    if not term.word:
        return ()
    number = generation.vocabulary.find(term.word)
    found = () if number is None else (Run(number, number + 1, term.percent),)
    return found + _longer(generation, term, len(found)) if term.is_start else found


def _longer(generation: Generation, term: Term, known: int) -> Group:
    """Those words that only begin so."""
    first, last = generation.vocabulary.beginning(term.word)
    first += known
    return (Run(first, last, SEARCH_WEIGHTS.longer * term.percent // 100),) if first < last else ()


def weight_of(generation: Generation, run: Run) -> int:
    """What a run of one word weighs, at least 1."""
    return max(generation.word_weights[run.first] * run.percent // 100, 1)


def most_points(parts: Iterable[Part], weight: Callable[[str], int]) -> int:
    """The points of a service that says all the words as tellingly as can be; at least 1."""
    groups = [group for part in parts for group in part.groups]
    return max(
        MOST_IMPACT * sum(max((_most(term, weight) for term in group), default=0) for group in groups), 1
    )


def _most(term: Term, weight: Callable[[str], int]) -> int:
    return weight(term.word) * term.percent // 100
