"""The best slots of one block of arrays for a need: counted, sorted and cut, without a word of why."""

from dataclasses import dataclass

import numpy as np

from kith.matching.answering import Candidates, candidates
from kith.matching.answers import Test
from kith.matching.asking import Asked
from kith.matching.fitting import Fitting, fitting, scores
from kith.matching.layout import F8, I4, I8, Arrays, Bools, Shape

ORDINAL_BITS = 32


@dataclass(frozen=True, slots=True)
class Picked:
    """Services, each at the slot that speaks for it, best first; `total` of them before the cut."""

    total: int
    slots: I8
    scores: I8
    km: F8


@dataclass(frozen=True, slots=True)
class Picks:
    """Those that fit; those that are full or paused; how many services fell to each test."""

    fits: Picked
    full: Picked
    fell: dict[Test, int]


def pick(arrays: Arrays, shape: Shape, asked: Asked, hidden: Bools | None = None) -> Picks:
    """The services that fit a need. `hidden`: True for ordinals that are to be passed over."""
    found = candidates(arrays, shape, asked)
    if hidden is not None:
        found = found.only(~hidden[arrays.svc[found.slots]])
    tested = fitting(arrays, found, asked)
    left, points = tested.left, scores(arrays, tested.left, asked)
    is_full = (arrays.cap.take(left.slots) == 0) | (arrays.paused.take(left.slots) != 0)
    limit = max(asked.need.limit, 0)
    has_many = shape.slots > shape.services
    free, taken = (~is_full).nonzero()[0], is_full.nonzero()[0]
    fits = _best(arrays, left.only(free), points.take(free), limit, has_many=has_many)
    full = _best(arrays, left.only(taken), points.take(taken), limit, has_many=has_many)
    return Picks(fits, full, _counted(arrays, tested, is_full, has_many=has_many))


def _best(arrays: Arrays, found: Candidates, points: I8, limit: int, *, has_many: bool) -> Picked:
    if has_many:
        first = _one_a_service(arrays.svc[found.slots], points, found)
        found, points = found.only(first), points[first]
    order = (-points << ORDINAL_BITS) + arrays.svc[found.slots]
    if len(order) > limit:
        at = np.argpartition(order, limit)[:limit] if limit else np.empty(0, np.int64)
        at = at[order[at].argsort()]
    else:
        at = order.argsort()
    return Picked(len(points), found.slots[at], points[at], found.km[at])


def _one_a_service(services: I4, points: I8, found: Candidates) -> I8:
    """Where each service does best: by score, then the nearest, then the first slot."""
    order = np.lexsort((found.slots, np.nan_to_num(found.km, nan=-1.0), -points, services))
    is_first = np.ones(len(order), np.bool_)
    is_first[1:] = services[order[1:]] != services[order[:-1]]
    return order[is_first]


def _counted(arrays: Arrays, tested: Fitting, is_full: Bools, *, has_many: bool) -> dict[Test, int]:
    """Services by the test that they fell to; one with several places by the one that came furthest."""
    left = tested.left.slots
    is_out = arrays.cap[left] == 0
    groups = [*tested.fell, (Test.PLACES, left[is_out]), (Test.PAUSED, left[is_full & ~is_out])]
    if has_many:
        groups = _furthest(arrays, groups, left[~is_full])
    return {test: len(slots) for test, slots in groups if len(slots)}


def _furthest(arrays: Arrays, groups: list[tuple[Test, I8]], fit: I8) -> list[tuple[Test, I8]]:
    """The groups, each service only in the last of them where it stands, and nowhere if it fits."""
    services = np.concatenate([arrays.svc[slots] for slots in [*(one for _test, one in groups), fit]])
    stage = np.repeat(np.arange(len(groups) + 1), [*(len(one) for _test, one in groups), len(fit)])
    order = np.lexsort((-stage, services))
    is_first = np.ones(len(order), np.bool_)
    is_first[1:] = services[order[1:]] != services[order[:-1]]
    last = stage[order[is_first]]
    found = services[order[is_first]].astype(np.int64)
    return [(test, found[last == number]) for number, (test, _slots) in enumerate(groups)]
