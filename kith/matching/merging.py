"""Slots and their points, found in several ways, put together."""

import numpy as np

from kith.matching.layout import I4, I8
from kith.matching.scope import Scope

Scored = tuple[I4 | I8, I8]
DENSE = 8


def is_dense(scope: Scope, slots: I4 | I8) -> bool:
    """Whether a number for every slot there is costs less than to sort these."""
    return DENSE * len(slots) > scope.generation.shape.slots


def merged(scope: Scope, parts: list[Scored], how: np.ufunc) -> Scored:
    """Each slot once, ascending, its points put together."""
    slots, points = end_to_end(parts)
    if is_dense(scope, slots):
        every = np.zeros(scope.generation.shape.slots, np.int64)
        how.at(every, slots, points)
        there = every.nonzero()[0]
        return there if slots.dtype == np.int64 else there.astype(np.int32), every.take(there)
    order = slots.argsort(kind="stable")
    return _each_once(slots.take(order), points.take(order), how)


def end_to_end(parts: list[Scored]) -> Scored:
    """One list after the other."""
    if len(parts) == 1:
        return parts[0]
    slots = np.concatenate([np.empty(0, np.int32), *(one for one, _points in parts)])
    return slots, np.concatenate([np.empty(0, np.int64), *(own for _slots, own in parts)])


def _each_once(slots: I4 | I8, points: I8, how: np.ufunc) -> Scored:
    """Of ascending slots; few of them stand there twice."""
    is_first = np.empty(len(slots), np.bool_)
    is_first[:1] = True
    np.not_equal(slots[1:], slots[:-1], out=is_first[1:])
    first = is_first.nonzero()[0]
    if len(first) == len(slots):
        return slots, points
    again = (~is_first).nonzero()[0]
    together = points.take(first)
    how.at(together, first.searchsorted(again) - 1, points.take(again))
    return slots.take(first), together
