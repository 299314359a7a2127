"""Which slots say the words, and how well: slots ascending, and points.

A group's points at a slot are those of its best word there; a part's the sum of its groups', all of which
must be there; the answer's the sum of those parts that are there.
"""

import numpy as np

from kith.matching.generation import Generation
from kith.matching.layout import I4, I8, Bools
from kith.matching.scope import Scope
from kith.matching.spans import numbers
from kith.matching.wording import Group, Parts, Run, weight_of

Scored = tuple[I4, I8]
DENSE = 8
FEW_WORDS = 16
"""A run of more words than this is read whole, not word by word."""


def say(scope: Scope, parts: Parts) -> Scored:
    """Slots that say at least one part, near or within the scope, with their points."""
    found = [_say_part(scope, groups) for groups in parts if groups and all(groups)]
    return _summed(scope, found)


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
    start = generation.arrays.pstart
    return sum(int(start[run.last] - start[run.first]) for run in group)


def _say_group(scope: Scope, group: Group) -> Scored:
    if len(group) == 1 and group[0].last - group[0].first == 1:
        return _word(scope, group[0])
    return _best(scope, [word for run in group for word in _words(scope, run)])


def _words(scope: Scope, run: Run) -> list[Scored]:
    """Each word's slots in the scope's ranges; of many words all in one, as they come."""
    if run.last - run.first <= FEW_WORDS:
        return [_word(scope, Run(at, at + 1, run.percent)) for at in range(run.first, run.last)]
    arrays = scope.generation.arrays
    begin, end = int(arrays.pstart[run.first]), int(arrays.pstart[run.last])
    slots, points = arrays.pdoc[begin:end], _run_points(scope.generation, run)
    if not scope.is_all:
        is_inside = _are_inside(scope, slots)
        slots, points = slots[is_inside], points[is_inside]
    return [(slots, points)]


def _is_dense(scope: Scope, slots: I4) -> bool:
    """Whether a number for every slot there is costs less than to sort these."""
    return DENSE * len(slots) > scope.generation.shape.slots


def _are_inside(scope: Scope, slots: I4) -> Bools:
    """Which of these lie in the scope's ranges."""
    if not _is_dense(scope, slots):
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


def _word(scope: Scope, run: Run) -> Scored:
    """One word's slots in the scope's ranges; where it is rare all of them, for the scope to test."""
    arrays, bounds = scope.generation.arrays, scope.bounds
    begin, end = int(arrays.pstart[run.first]), int(arrays.pstart[run.first + 1])
    slots, impact = arrays.pdoc[begin:end], arrays.pimp[begin:end]
    if not scope.is_all and end - begin > 2 * len(bounds):
        ends = slots.searchsorted(bounds)
        first, last = ends[0::2], ends[1::2]
        at = (first < last).nonzero()[0]
        at = numbers(first.take(at), last.take(at))
        slots, impact = slots.take(at), impact.take(at)
    return slots, impact * np.int64(weight_of(arrays.vidf, run))


def _points_at(scope: Scope, group: Group, slots: I4) -> I8:
    """The group's points at each of these ascending slots; 0 where it is not."""
    found = np.zeros(len(slots), np.int64)
    for run in group:
        if run.last - run.first <= FEW_WORDS:
            for number in range(run.first, run.last):
                _word_at(scope.generation, Run(number, number + 1, run.percent), slots, found)
        else:
            _run_at(scope, run, slots, found)
    return found


def _word_at(generation: Generation, run: Run, slots: I4, found: I8) -> None:
    arrays = generation.arrays
    begin, end = int(arrays.pstart[run.first]), int(arrays.pstart[run.first + 1])
    there = arrays.pdoc[begin:end]
    at = there.searchsorted(slots)
    is_there: Bools = there.take(at, mode="clip") == slots
    points = arrays.pimp[begin:end].take(at, mode="clip") * np.int64(weight_of(arrays.vidf, run))
    np.maximum(found, points * is_there, out=found)


def _run_at(scope: Scope, run: Run, slots: I4, found: I8) -> None:
    generation, arrays = scope.generation, scope.generation.arrays
    begin, end = int(arrays.pstart[run.first]), int(arrays.pstart[run.last])
    there = arrays.pdoc[begin:end]
    if _is_dense(scope, slots):
        every = np.zeros(generation.shape.slots, np.int64)
        np.maximum.at(every, there, _run_points(generation, run))
        np.maximum(found, every.take(slots), out=found)
        return
    at = slots.searchsorted(there)
    is_there = slots.take(at, mode="clip") == there
    np.maximum.at(found, at[is_there], _run_points(generation, run)[is_there])


def _best(scope: Scope, words: list[Scored]) -> Scored:
    return _merged(scope, words, np.maximum)


def _summed(scope: Scope, parts: list[Scored]) -> Scored:
    return parts[0] if len(parts) == 1 else _merged(scope, parts, np.add)


def _merged(scope: Scope, parts: list[Scored], how: np.ufunc) -> Scored:
    """Each slot once, ascending, its points put together."""
    slots = np.concatenate([np.empty(0, np.int32), *(one for one, _points in parts)])
    points = np.concatenate([np.empty(0, np.int64), *(own for _slots, own in parts)])
    if _is_dense(scope, slots):
        every = np.zeros(scope.generation.shape.slots, np.int64)
        how.at(every, slots, points)
        there = every.nonzero()[0]
        return there.astype(np.int32), every.take(there)
    order = slots.argsort(kind="stable")
    slots, points = slots.take(order), points.take(order)
    is_first = np.ones(len(slots), np.bool_)
    np.not_equal(slots[1:], slots[:-1], out=is_first[1:])
    first = is_first.nonzero()[0]
    together: I8 = how.reduceat(points, first) if len(first) else points
    return slots.take(first), together
