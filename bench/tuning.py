"""PostgreSQL's answers in every setting, and the setting that is best on the half to tune on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from bench.judged import Query
from bench.measures import mean, ndcg_of_judged
from bench.nearness import Around, Ranks, in_order
from bench.postgres_text import SETTINGS, PostgresText, Setting

NEAR_SHARES = (0.2, 0.4, 0.6, 0.8)
PAGE = 20
Lists = dict[str, list[str]]
Grades = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Tuned:
    """One setting of the words, one of the place, and what it finds by query id."""

    setting: Setting
    near_share: float
    is_filled: bool
    found: Lists

    def __str__(self) -> str:
        words = self.setting
        return (
            f"{words.rank}, weights {'/'.join(map(str, words.weights))}, by length: {words.length}, "
            f"last word begun: {words.is_begun}, spelling: {words.is_spelled}, "
            f"near {self.near_share}, filled up: {self.is_filled}"
        )


def as_it_comes(postgres: PostgresText, asked: Sequence[Query], around: Mapping[str, Around]) -> Tuned:
    """PostgreSQL's own weights, and place and words weighed as Kith did at first."""
    plain = Setting(is_begun=False, is_spelled=False)
    tiers = {query.id: postgres.tiers(query.words, plain) for query in asked}
    return _tuned(plain, 0.6, True, tiers, around)


def best(
    postgres: PostgresText,
    asked: Sequence[Query],
    around: Mapping[str, Around],
    grades: Grades,
    tuned_on: Sequence[str],
) -> Tuned:
    """The setting with the highest mean nDCG@10 over the queries `tuned_on`; the first of equals.

    What nobody judged is taken out first, so that settings other than the pool's are not held back by it.
    """
    every = _every(postgres, asked, around)
    return max(every, key=lambda one: mean(list(_scores(one.found, grades, tuned_on))))


def _every(postgres: PostgresText, asked: Sequence[Query], around: Mapping[str, Around]) -> Iterator[Tuned]:
    for setting in SETTINGS:
        tiers = {query.id: postgres.tiers(query.words, setting) for query in asked}
        for near_share, is_filled in product(NEAR_SHARES, (True, False)):
            yield _tuned(setting, near_share, is_filled, tiers, around)


def _tuned(
    setting: Setting,
    near_share: float,
    is_filled: bool,
    tiers: Mapping[str, Sequence[Ranks]],
    around: Mapping[str, Around],
) -> Tuned:
    found = {
        query_id: in_order(some, around[query_id], near_share=near_share, is_filled=is_filled, depth=PAGE)
        for query_id, some in tiers.items()
    }
    return Tuned(setting, near_share, is_filled, found)


def _scores(found: Lists, grades: Grades, query_ids: Sequence[str]) -> Iterator[float]:
    for query_id in query_ids:
        score = ndcg_of_judged(found[query_id], grades.get(query_id, {}))
        if score is not None:
            yield score
