"""Which slots say the words, and how well: slots, and points.

A group's points at a slot are those of its best word there; a part's the sum of its groups', all of which
must be there; the answer's the sum of those parts that are there.
"""

import numpy as np

from kith.matching.generation import Generation
from kith.matching.layout import I4, I8, Bools
from kith.matching.merging import Scored, is_dense, merged
from kith.matching.scope import Scope
from kith.matching.spans import numbers
from kith.matching.wording import Group, Parts, Run, weight_of

FEW_WORDS = 16
"""A run of more words than this is read whole, not word by word."""


def say(scope: Scope, parts: Parts) -> list[Scored]:
    """Slots that say at least one part, near or within the scope, with their points.

    One list for each part, but one for all parts of a single word: there a slot stands once for each.
    """
    words, found = list[Run](), list[Scored]()
    for groups in parts:
        if len(groups) == 1 and len(groups[0]) == 1 and groups[0][0].is_word:
            words.append(groups[0][0])
        elif groups and all(groups):
            found.append(_say_part(scope, groups))
    return [_words(scope, words), *found] if words else found


def _say_part(scope: Scope, groups: tuple[Group, ...]) -> Scored:
    generation = scope.generation
    first, *others = sorted(groups, key=lambda group: _frequency(generation, group))
    slots, points = _say_group(scope, first)
    for group in others:
        if not len(slots):
            break
        own = _points_at(scope, group, slots)
        at = own.nonzero()[0]
        slots, points = slots.take(at), points.take(at) + own.take(at)
    return slots, points


def _frequency(generation: Generation, group: Group) -> int:
    starts = generation.word_starts
    return sum(starts[run.last] - starts[run.first] for run in group)


def _say_group(scope: Scope, group: Group) -> Scored:
    words = [word for run in group for word in _each(run)]
    long = [_long_run(scope, run) for run in group if not _is_short(run)]
    if len(words) == 1 and not long:
        return _words(scope, words)
    return merged(scope, [_words(scope, words), *long] if words else long, np.maximum)


def _is_short(run: Run) -> bool:
    return run.last - run.first <= FEW_WORDS


def _each(run: Run) -> list[Run]:
    """The words of a short run."""
    if run.is_word:
        return [run]
    return [Run(at, at + 1, run.percent) for at in range(run.first, run.last)] if _is_short(run) else []


def _long_run(scope: Scope, run: Run) -> Scored:
    """The slots in the scope's ranges, word after word."""
    arrays = scope.generation.arrays
    begin, end = int(arrays.pstart[run.first]), int(arrays.pstart[run.last])
    slots, points = arrays.pdoc[begin:end], _run_points(scope.generation, run)
    if not scope.is_all:
        is_inside = _are_inside(scope, slots)
        slots, points = slots[is_inside], points[is_inside]
    return slots, points


def _are_inside(scope: Scope, slots: I4) -> Bools:
    """Which of these lie in the scope's ranges."""
    if not is_dense(scope, slots):
        is_inside: Bools = scope.bounds.searchsorted(slots, "right") & 1 == 1
        return is_inside
    found = np.zeros(scope.generation.shape.slots, np.bool_)
    for first, last in scope.bounds.reshape(-1, 2).tolist():
        found[first:last] = True
    return found.take(slots)


def _run_points(generation: Generation, run: Run) -> I8:
    """The points of every posting of a run."""
    arrays = generation.arrays
    begin, end = int(arrays.pstart[run.first]), int(arrays.pstart[run.last])
    weight: I8 = np.maximum(arrays.vidf[run.first : run.last].astype(np.int64) * run.percent // 100, 1)
    lengths = np.diff(arrays.pstart[run.first : run.last + 1])
    points: I8 = weight.repeat(lengths) * arrays.pimp[begin:end]
    return points


def _words(scope: Scope, words: list[Run]) -> Scored:
    """Each word's slots in the scope's ranges, word after word; of a rare one all, for the scope to test."""
    arrays = scope.generation.arrays
    ends = [_ends(scope, word) for word in words]
    bounds = np.concatenate(ends) if len(words) > 1 else ends[0]
    last = bounds[1::2]
    lengths = last - bounds[0::2]
    at = numbers(last, lengths)
    weights = _weights(scope.generation, words, ends, lengths)
    return arrays.pdoc.take(at), arrays.pimp.take(at) * weights


def _weights(generation: Generation, words: list[Run], ends: list[I8], lengths: I8) -> I8 | np.int64:
    """Of each posting, or of all."""
    if len(words) == 1:
        return np.int64(weight_of(generation, words[0]))
    found = np.array([weight_of(generation, word) for word in words])
    return found.repeat([len(own) // 2 for own in ends]).repeat(lengths)


def _ends(scope: Scope, word: Run) -> I8:
    """The ranges of the word's postings that lie in the scope's ranges."""
    starts, bounds = scope.generation.word_starts, scope.bounds
    begin, end = starts[word.first], starts[word.last]
    if scope.is_all or end - begin <= 2 * len(bounds):
        return np.array((begin, end))
    found: I8 = scope.generation.arrays.pdoc[begin:end].searchsorted(bounds)
    found += begin
    return found


def _points_at(scope: Scope, group: Group, slots: I4 | I8) -> I8:
    """The group's points at each of these ascending slots; 0 where it is not."""
    found = np.zeros(len(slots), np.int64)
    for run in group:
        if run.last - run.first <= FEW_WORDS:
            for number in range(run.first, run.last):
                _word_at(scope.generation, Run(number, number + 1, run.percent), slots, found)
        else:
            _run_at(scope, run, slots, found)
    return found


def _word_at(generation: Generation, run: Run, slots: I4 | I8, found: I8) -> None:
    arrays = generation.arrays
    begin, end = int(arrays.pstart[run.first]), int(arrays.pstart[run.first + 1])
    there = arrays.pdoc[begin:end]
    at = there.searchsorted(slots)
    is_there: Bools = there.take(at, mode="clip") == slots
    points = arrays.pimp[begin:end].take(at, mode="clip") * np.int64(weight_of(generation, run))
    np.maximum(found, points * is_there, out=found)


def _run_at(scope: Scope, run: Run, slots: I4 | I8, found: I8) -> None:
    generation, arrays = scope.generation, scope.generation.arrays
    begin, end = int(arrays.pstart[run.first]), int(arrays.pstart[run.last])
    there = arrays.pdoc[begin:end]
    if is_dense(scope, slots):
        every = np.zeros(generation.shape.slots, np.int64)
        np.maximum.at(every, there, _run_points(generation, run))
        np.maximum(found, every.take(slots), out=found)
        return
    at = slots.searchsorted(there)
    is_there = slots.take(at, mode="clip") == there
    np.maximum.at(found, at[is_there], _run_points(generation, run)[is_there])
