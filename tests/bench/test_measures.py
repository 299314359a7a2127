"""The measures, with values known from elsewhere or worked out by hand."""

from math import log2

import pytest

from bench.measures import interval_95, kappa, ndcg, ndcg_of_judged


def test_the_best_order_counts_one() -> None:
    assert ndcg(["a", "b", "c"], {"a": 3, "b": 2, "c": 0}) == pytest.approx(1)


def test_ndcg_of_a_list_worked_out_by_hand() -> None:
    """Gains 7, 3, 1; found in the order 1, 0, 3, 2."""
    grades = {"three": 3, "two": 2, "one": 1, "none": 0}
    got = 1 + 0 + 7 / log2(4) + 3 / log2(5)
    best = 7 + 3 / log2(3) + 1 / log2(4)

    assert ndcg(["one", "none", "three", "two"], grades) == pytest.approx(got / best)


def test_only_the_first_ten_count() -> None:
    others = [f"other {number}" for number in range(10)]

    assert ndcg([*others, "right"], {"right": 3}) == 0
    assert ndcg([*others[:9], "right"], {"right": 3}) == pytest.approx(1 / log2(11))


def test_nothing_found_counts_nothing() -> None:
    assert ndcg([], {"right": 3}) == 0


def test_a_query_that_nothing_answers_has_no_score() -> None:
    assert ndcg(["a"], {"a": 0}) is None
    assert ndcg(["a"], {}) is None


def test_what_nobody_judged_counts_nothing_or_is_taken_out() -> None:
    grades = {"right": 2.5}

    assert ndcg(["new", "right"], grades) == pytest.approx(1 / log2(3))
    assert ndcg_of_judged(["new", "right"], grades) == pytest.approx(1)


def test_kappa_of_a_known_table() -> None:
    """20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed .7, by chance .5, kappa .4."""
    pairs = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15

    assert kappa(pairs, is_weighted=False) == pytest.approx(0.4)


def test_with_two_grades_weights_change_nothing() -> None:
    pairs = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15

    assert kappa(pairs, is_weighted=True) == pytest.approx(kappa(pairs, is_weighted=False))


def test_weighted_kappa_forgives_what_is_near() -> None:
    """Worked out by hand: seen (1 + 1) / 4, by chance 3.5."""
    near = [(0, 0), (1, 0), (2, 3), (3, 3)]
    far = [(0, 0), (1, 3), (2, 0), (3, 3)]

    assert kappa(near, is_weighted=True) == pytest.approx(1 - 0.5 / 3.5)
    assert kappa(far, is_weighted=True) < kappa(near, is_weighted=True)
    assert kappa(far, is_weighted=False) == pytest.approx(kappa(near, is_weighted=False))


def test_full_agreement_is_one_and_full_disagreement_below_nothing() -> None:
    assert kappa([(0, 0), (3, 3)], is_weighted=True) == 1
    assert kappa([(2, 2), (2, 2)], is_weighted=False) == 1
    assert kappa([(0, 3), (3, 0)], is_weighted=False) == pytest.approx(-1)


def test_the_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    values = [0.1, 0.2, 0.4, 0.4, 0.9]
    low, high = interval_95(values, resamples=1000)

    assert 0.1 <= low < 0.4 < high <= 0.9
    assert (low, high) == interval_95(values, resamples=1000)
    assert interval_95([0.5] * 4, resamples=100) == (0.5, 0.5)
