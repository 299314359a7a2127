"""One search in one generation."""

from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

import numpy as np

from kith.matching.counting import counted
from kith.matching.generation import Generation
from kith.matching.layout import Bools
from kith.matching.merging import end_to_end, merged
from kith.matching.questions import Search
from kith.matching.ranking import Candidates, Ranked, Ranking, best, one_each
from kith.matching.scope import Scope, scope_of
from kith.matching.testing import Passes, among, at_once, checks_of, open_check
from kith.matching.texting import say
from kith.matching.wording import Parts

FEW_SLOTS = 1_000
"""So many are looked at by every test: to leave some out after each costs more than to look at all again."""
FEW_HITS = 50
"""So many are sorted as they are told; more by their columns."""


@dataclass(frozen=True, slots=True)
class View:
    """A generation without those of its services that are gone or stand in a newer one."""

    generation: Generation
    dead: Bools | None = None


class Top(NamedTuple):
    """The best of one view as (-score, id, km), and how many there are in all; `counts` as in Found."""

    total: int
    hits: list[tuple[int, bytes, float | None]]
    counts: dict[str, dict[str, int]]


def search_view(view: View, question: Search, parts: Parts | None, most: int) -> Top:
    """The answer of one view. `parts`: words as runs of its vocabulary; None: no words were asked."""
    generation = view.generation
    scope = scope_of(generation, question.where)
    found = _alive(view, question, _candidates(scope, parts))
    is_each_once = parts is None or len(parts) == 1
    opening = open_check(generation, question.filters, question.decide)
    counts: dict[str, dict[str, int]] = {}
    if question.is_counted:
        found = _within(scope, found if is_each_once else _each_once(scope, found))
        checks = [*checks_of(generation, question.filters), *opening]
        passing, counts = counted(generation, question, found.slots, checks)
        found = found.take(passing.nonzero()[0])
    else:
        found = _narrowed(found, at_once(generation, question.filters))
        found = _within(scope, found if is_each_once else _each_once(scope, found))
        found = _narrowed(found, [check.passes for check in opening])
    return _top(generation, question, Ranking(question.order, scope.km, most), found, counts)


def _candidates(scope: Scope, parts: Parts | None) -> Candidates:
    """What says the words, in the ranges that the place can touch; as often as it says something."""
    if parts is None:
        slots = scope.slots()
        return Candidates(slots, np.zeros(len(slots), np.int64), None)
    said, points = end_to_end(say(scope, parts))
    return Candidates(said.astype(np.int64), points, None)


def _each_once(scope: Scope, found: Candidates) -> Candidates:
    """Ascending, with all its points."""
    if not len(found.slots):
        return found
    slots, points = merged(scope, [(found.slots, found.points)], np.add)
    return Candidates(slots.astype(np.int64, copy=False), points, None)


def _within(scope: Scope, found: Candidates) -> Candidates:
    """Those of the place, with their distances."""
    if not len(found.slots):
        return found
    at, km = scope.test(found.slots)
    return found if at is None else Candidates(found.slots.take(at), found.points.take(at), km)


def _alive(view: View, question: Search, found: Candidates) -> Candidates:
    generation, filters = view.generation, question.filters
    dead = view.dead
    if filters.without:
        out = among(generation, filters.without)
        dead = out if dead is None else dead | out
    if filters.only is not None:
        out = ~among(generation, filters.only)
        dead = out if dead is None else dead | out
    if dead is None:
        return found
    return found.take((~dead[generation.arrays.svc[found.slots]]).nonzero()[0])


def _narrowed(found: Candidates, tests: list[Passes]) -> Candidates:
    if len(found.slots) <= FEW_SLOTS:
        return _narrowed_at_once(found, tests)
    for passes in tests:
        found = found.take(passes(found.slots).nonzero()[0])
    return found


def _narrowed_at_once(found: Candidates, tests: list[Passes]) -> Candidates:
    if not tests or not len(found.slots):
        return found
    first, *others = tests
    passing = first(found.slots)
    for passes in others:
        passing &= passes(found.slots)
    return found.take(passing.nonzero()[0])


def _top(
    generation: Generation,
    question: Search,
    ranking: Ranking,
    found: Candidates,
    counts: dict[str, dict[str, int]],
) -> Top:
    if not len(found.slots):
        return Top(0, [], counts)
    ranked = one_each(generation, found, ranking.scores(generation, found))
    total = len(ranked.svc)
    count = max(question.first, 0) + max(question.limit, 0) if question.limit > 0 else 0
    if total <= min(count, FEW_HITS):
        return Top(total, sorted(_hits(generation, ranked)), counts)
    return Top(total, _hits(generation, ranked.take(best(ranked, count))), counts)


def _hits(generation: Generation, ranked: Ranked) -> list[tuple[int, bytes, float | None]]:
    """All of them as in Top, in their order."""
    score = (-ranked.score).tolist()
    return list(zip(score, generation.bytes_at(ranked.svc), _far(ranked), strict=True))


def _far(ranked: Ranked) -> list[float | None]:
    if ranked.km is None:
        return [None] * len(ranked.svc)
    return [None if isnan(km) else km for km in ranked.km.tolist()]
