"""The judged set itself: whole, in two halves, and with nothing in it but ids."""

import csv
from collections import Counter
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest

from bench.judged import (
    JUDGES,
    POOL,
    Query,
    graded,
    halves,
    judgements_path,
    keywords,
    mean_grades,
    pairs,
    queries,
    write_graded,
)

JUDGED = [judge for judge in JUDGES if judgements_path(judge).exists()]


def test_at_least_sixty_queries_are_asked_each_in_its_own_words() -> None:
    asked = queries()

    assert len(asked) >= 60
    assert len({query.id for query in asked}) == len(asked)
    assert len({(query.words, query.near) for query in asked}) == len(asked)
    assert all(query.words and query.intent.endswith(".") for query in asked)
    assert keywords().keys() == {query.id for query in asked}


def test_the_halves_share_nothing_and_leave_nothing_out() -> None:
    tuned, reported = halves(queries())

    assert not set(tuned) & set(reported)
    assert {*tuned, *reported} == {query.id for query in queries()}
    assert abs(len(tuned) - len(reported)) <= len({query.kind for query in queries()})


def test_a_query_goes_to_its_half_by_the_digest_of_its_id() -> None:
    asked = [Query(f"q{number}", "plain", "food", "", "", "Food.") for number in range(5)]
    order = sorted((query.id for query in asked), key=lambda one: sha256(one.encode()).hexdigest())

    assert halves(asked) == (sorted(order[0::2]), sorted(order[1::2]))


def test_the_pool_holds_ids_only_and_enough_for_every_query() -> None:
    with POOL.open(encoding="utf-8", newline="") as lines:
        assert next(csv.reader(lines)) == ["query_id", "service_id"]
    sizes = Counter(query_id for query_id, _ in pairs())

    assert all(str(UUID(service_id)) == service_id for _, service_id in pairs())
    assert sizes.keys() == {query.id for query in queries()}
    assert min(sizes.values()) >= 15


@pytest.mark.parametrize("judge", JUDGED)
def test_each_judge_graded_the_whole_pool_and_nothing_else(judge: str) -> None:
    grades = graded(judgements_path(judge))

    assert grades.keys() == pairs()
    assert set(grades.values()) <= {0, 1, 2, 3}


def test_a_grade_is_the_mean_of_two_and_none_where_only_one_judged() -> None:
    found = mean_grades({("q", "a"): 3, ("q", "b"): 1}, {("q", "a"): 2})

    assert found == {"q": {"a": 2.5}}


def test_grades_are_kept_and_read_again(tmp_path: Path) -> None:
    grades = {("q02", "b"): 0, ("q01", "a"): 3}
    write_graded(tmp_path / "kept.csv", grades)

    assert graded(tmp_path / "kept.csv") == grades
