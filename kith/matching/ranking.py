"""Scores, and the best of many: highest first, ties by service id."""

from typing import NamedTuple

import numpy as np

from kith.matching.generation import Generation
from kith.matching.layout import F8, I4, I8
from kith.matching.questions import Order
from kith.matching.weights import MILLION, SEARCH_WEIGHTS, SearchWeights

FAR_METRES = 40_000_000
"""Farther than anything on earth: NEAR counts the metres left to it."""


class Candidates(NamedTuple):
    """Slots that answer, each with its points for words and its distance; `km` None where no circle is."""

    slots: I8
    points: I8
    km: F8 | None

    def take(self, at: I8) -> "Candidates":
        """Those at these positions."""
        km = None if self.km is None else self.km.take(at)
        return Candidates(self.slots.take(at), self.points.take(at), km)


class Ranking(NamedTuple):
    """How a list is sorted. `radius` is of the circle; `most` as much as words can give."""

    order: Order
    radius: float
    most: int
    weights: SearchWeights = SEARCH_WEIGHTS

    def scores(self, generation: Generation, found: Candidates) -> I8:
        """An integer for each."""
        if self.order is Order.TEXT:
            return found.points
        if self.order is Order.NEAR and found.km is not None:
            metres = np.rint(1000 * found.km)
            return np.where(np.isnan(metres), 0, FAR_METRES - metres).astype(np.int64)
        quality = generation.arrays.quality.take(found.slots).astype(np.int64)
        score = self.weights.quality * (quality * MILLION // 255)
        score += self.weights.words * (found.points * MILLION // self.most)
        if found.km is not None:
            score += self.weights.near * self._nearness(found.km)
        return score

    def _nearness(self, km: F8) -> I8:
        near = (
            np.rint(MILLION * (1 - km / self.radius))
            if self.radius > 0
            else np.where(km == 0, MILLION, np.nan)
        )
        return np.where(np.isnan(km), self.weights.no_place, near).astype(np.int64)


class Ranked(NamedTuple):
    """Services, each with the score and distance of its best place. `km` NaN: none."""

    svc: I4
    score: I8
    km: F8 | None

    def take(self, at: I8) -> "Ranked":
        """Those at these positions."""
        km = None if self.km is None else self.km.take(at)
        return Ranked(self.svc.take(at), self.score.take(at), km)


def one_each(generation: Generation, found: Candidates, score: I8) -> Ranked:
    """Every service once, with its best place: the highest score, then the nearest."""
    svc = generation.arrays.svc.take(found.slots)
    if generation.is_one_place_each or not len(svc):
        return Ranked(svc, score, found.km)
    start = generation.arrays.sstart
    is_many = start.take(svc + 1) - start.take(svc) > 1
    many = np.flatnonzero(is_many)
    km = np.zeros(len(svc)) if found.km is None else found.km
    many = many[np.lexsort((km[many], -score[many], svc[many]))]
    own = svc[many]
    is_first = np.ones(len(own), np.bool_)
    is_first[1:] = own[1:] != own[:-1]
    at = np.concatenate((np.flatnonzero(~is_many), many[is_first]))
    return Ranked(svc, score, found.km).take(at)


def best(ranked: Ranked, count: int) -> I8:
    """Positions of the best so many, in order."""
    score, svc = ranked.score, ranked.svc
    if count <= 0:
        return np.empty(0, np.int64)
    if len(score) <= count:
        return np.lexsort((svc, -score))
    least = np.partition(score, len(score) - count)[len(score) - count]
    at = _with_ties(score, svc, least, count)
    return at.take(np.lexsort((svc.take(at), -score.take(at))))


def _with_ties(score: I8, svc: I4, least: np.int64, count: int) -> I8:
    """All above the least score, and of those at it the first by service."""
    above, level = (score > least).nonzero()[0], (score == least).nonzero()[0]
    room = count - len(above)
    if len(level) > room:
        last = np.partition(svc[level], room - 1)[room - 1]
        level = level[svc[level] <= last]
    return np.concatenate((above, level))
