"""One search in one generation."""

from dataclasses import dataclass, field
from math import isnan

import numpy as np

from kith.matching.counting import counted
from kith.matching.generation import Generation
from kith.matching.layout import I8, Bools
from kith.matching.questions import Search
from kith.matching.ranking import Candidates, Ranked, Ranking, best, one_each
from kith.matching.scope import Scope, scope_of
from kith.matching.testing import OPEN, Check, among, checks_of
from kith.matching.texting import say
from kith.matching.wording import Parts

FEW_SLOTS = 1_000


@dataclass(frozen=True, slots=True)
class View:
    """A generation without those of its services that are gone or stand in a newer one."""

    generation: Generation
    dead: Bools | None = None


@dataclass(frozen=True, slots=True)
class Top:
    """The best of one view as (-score, id, km), and how many there are in all; `counts` as in Found."""

    total: int
    hits: list[tuple[int, bytes, float | None]]
    counts: dict[str, dict[str, int]] = field(default_factory=dict)


def search_view(view: View, question: Search, parts: Parts | None, most: int) -> Top:
    """The answer of one view. `parts`: words as runs of its vocabulary; None: no words were asked."""
    generation = view.generation
    scope = scope_of(generation, question.where)
    found = _alive(view, question, _candidates(scope, parts))
    checks = checks_of(generation, question.filters, question.decide)
    counts: dict[str, dict[str, int]] = {}
    if question.is_counted:
        found = _within(scope, found)
        passing, counts = counted(generation, question, found.slots, checks)
        found = found.take(passing.nonzero()[0])
    else:
        quick = [check for check in checks if check.name != OPEN]
        found = _within(scope, _narrowed(found, _together(quick, len(found.slots))))
        found = _narrowed(found, checks[len(quick) :])
    ranking = Ranking(question.order, scope.km, most)
    return _top(generation, question, ranking, found, counts)


def _candidates(scope: Scope, parts: Parts | None) -> Candidates:
    """What says the words, in the ranges that the place can touch."""
    if parts is None:
        slots = scope.slots()
        return Candidates(slots, np.zeros(len(slots), np.int64), None)
    said, points = say(scope, parts)
    return Candidates(said.astype(np.int64), points, None)


def _within(scope: Scope, found: Candidates) -> Candidates:
    """Those of the place, with their distances."""
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


def _narrowed(found: Candidates, checks: list[Check]) -> Candidates:
    for check in checks:
        if not len(found.slots):
            break
        found = found.take(check.passes(found.slots).nonzero()[0])
    return found


def _together(checks: list[Check], slots: int) -> list[Check]:
    """As one check where slots are few: to leave some out after each costs more than to look at all again."""
    if slots > FEW_SLOTS or not checks:
        return checks
    first, *others = checks

    def passes(slots: I8) -> Bools:
        found = first.passes(slots)
        for check in others:
            found &= check.passes(slots)
        return found

    return [Check(first.name, passes)]


def _top(
    generation: Generation,
    question: Search,
    ranking: Ranking,
    found: Candidates,
    counts: dict[str, dict[str, int]],
) -> Top:
    ranked = one_each(generation, found, ranking.scores(generation, found))
    at = best(ranked, max(question.first, 0) + max(question.limit, 0) if question.limit > 0 else 0)
    ids = generation.bytes_at(ranked.svc[at])
    score = (-ranked.score[at]).tolist()
    hits = list(zip(score, ids, _far(ranked, at), strict=True))
    return Top(len(ranked.svc), hits, counts)


def _far(ranked: Ranked, at: I8) -> list[float | None]:
    if ranked.km is None:
        return [None] * len(at)
    return [None if isnan(km) else km for km in ranked.km[at].tolist()]
