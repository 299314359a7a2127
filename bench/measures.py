"""How good a list is, how far two judges agree, and how sure a mean is."""

import random
from collections.abc import Mapping, Sequence
from math import log2

GRADES = 4
DEPTH = 10
RESAMPLES = 10_000


def ndcg(found: Sequence[str], grades: Mapping[str, float], *, depth: int = DEPTH) -> float | None:
    """Normalised discounted cumulative gain of the first `depth`: 1 is the best possible list.

    Gain 2^grade - 1, discount log2(rank + 1) (Järvelin and Kekäläinen 2002; Burges et al. 2005). What nobody
    judged counts as 0. None where nothing that was judged answers at all.
    """
    best = _gain_of(sorted(grades.values(), reverse=True)[:depth])
    if best == 0:
        return None
    return _gain_of([grades.get(one, 0.0) for one in found[:depth]]) / best


def ndcg_of_judged(found: Sequence[str], grades: Mapping[str, float], *, depth: int = DEPTH) -> float | None:
    """The same after whatever nobody judged was taken out of the list (Sakai 2007)."""
    return ndcg([one for one in found if one in grades], grades, depth=depth)


def kappa(pairs: Sequence[tuple[int, int]], *, is_weighted: bool) -> float:
    """Cohen's kappa of two judges: agreement beyond chance, 1 at most (Cohen 1960).

    `is_weighted`: a disagreement counts by the square of its distance (Cohen 1968); else all count alike.
    1.0 where both gave one and the same grade to everything.
    """
    firsts, seconds = _shares([one for one, _ in pairs]), _shares([two for _, two in pairs])
    seen = sum(_distance(one, two, is_weighted) for one, two in pairs) / len(pairs)
    by_chance = sum(
        firsts[one] * seconds[two] * _distance(one, two, is_weighted)
        for one in range(GRADES)
        for two in range(GRADES)
    )
    return 1.0 if by_chance == 0 else 1 - seen / by_chance


def mean(values: Sequence[float]) -> float:
    """The mean; of nothing, 0."""
    return sum(values) / len(values) if values else 0.0


def interval_95(values: Sequence[float], *, resamples: int = RESAMPLES) -> tuple[float, float]:
    """Between which two the mean lies in 95 of 100 resamples, with a fixed seed (percentile bootstrap)."""
    chance = random.Random(4)
    means = sorted(mean(chance.choices(values, k=len(values))) for _ in range(resamples))
    return means[round(0.025 * (resamples - 1))], means[round(0.975 * (resamples - 1))]


def _gain_of(grades: Sequence[float]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def _shares(grades: Sequence[int]) -> list[float]:
    return [grades.count(grade) / len(grades) for grade in range(GRADES)]


def _distance(one: int, two: int, is_weighted: bool) -> float:
    return float((one - two) ** 2) if is_weighted else float(one != two)
