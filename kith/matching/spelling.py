"""Words nobody uses: the nearest that somebody does."""

import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kith.matching.generation import Generation
from kith.matching.questions import Meant, Part, Term

ONE_ERROR, TWO_ERRORS, LONGEST = 4, 8, 40
"""From how many letters on one error, and two, are looked past; longer words are not helped."""
MOST = 3
MOST_HELPED = 8
"""Words of one question; each costs a look at many words."""


def helped(
    generations: Sequence[Generation], parts: tuple[Part, ...], meant: Meant | None = None
) -> tuple[tuple[Part, ...], dict[str, tuple[str, ...]]]:
    """The parts with each group that nothing answers spelled anew, and which words became which."""
    groups = dict.fromkeys(group for part in parts for group in part.groups if group)
    unknown = [group for group in groups if not _is_known(generations, group)]
    words = dict.fromkeys(group[0].word for group in unknown)
    spelled = {word: near for word in list(words)[:MOST_HELPED] if (near := nearest(generations, word))}
    if not spelled:
        return parts, spelled
    anew = {group: _meant(spelled.get(group[0].word), meant) or group for group in unknown}
    return tuple(Part(tuple(anew.get(group, group) for group in part.groups)) for part in parts), spelled


def _is_known(generations: Sequence[Generation], group: tuple[Term, ...]) -> bool:
    """Whether some word begins as one of its terms."""
    return any(_begins(one, term.word) for term in group for one in generations)


def _meant(near: tuple[str, ...] | None, meant: Meant | None) -> tuple[Term, ...]:
    """What these words mean together."""
    terms = (term for word in near or () for term in (meant(word) if meant else (Term(word),)))
    return tuple(dict.fromkeys(terms))


def _begins(generation: Generation, word: str) -> bool:
    first, last = generation.vocabulary.beginning(word)
    return first < last


def nearest(generations: Iterable[Generation], word: str) -> tuple[str, ...]:
    """Up to three words of the same script with the fewest errors between, the most common first."""
    errors = (len(word) >= ONE_ERROR) + (len(word) >= TWO_ERRORS)
    if not errors or len(word) > LONGEST or not any(letter.isalpha() for letter in word):
        return ()
    found: dict[str, tuple[int, int]] = {}
    for generation in generations:
        for near, distance in _near(generation, word, errors):
            count = -generation.frequency(near)
            known = found.get(near, (distance, 0))
            found[near] = (distance, known[1] + count)
    if not found:
        return ()
    least = min(distance for distance, _count in found.values())
    best = sorted((count, near) for near, (distance, count) in found.items() if distance == least)
    return tuple(near for _count, near in best[:MOST])


def _near(generation: Generation, word: str, errors: int) -> Iterable[tuple[str, int]]:
    script = script_of(word)
    for length in range(len(word) - errors, len(word) + errors + 1):
        words = generation.vocabulary.of_length(length)
        if words:
            for near, distance, _at in process.extract_iter(
                word, words, scorer=OSA.distance, score_cutoff=errors
            ):
                if script_of(near) == script:
                    yield near, int(distance)


def script_of(word: str) -> str:
    """The script of the first letter, as Unicode names it, as LATIN or ARABIC."""
    letter = next((one for one in word if one.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0]
