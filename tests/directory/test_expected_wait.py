"""An expected wait is drawn towards what is usual until twenty answers stand behind it (promise 19)."""

import pytest

from kith.directory.expected_wait import AnsweredIn


@pytest.mark.parametrize(
    ("answers", "expected"), [(0, 5), (1, 6), (5, 10), (10, 15), (19, 24), (20, 25), (500, 25)]
)
def test_few_answers_swing_it_little(answers: int, expected: int) -> None:
    assert AnsweredIn(days=25, answers=answers, usual_days=5).expected_days == expected


def test_one_quick_answer_makes_nobody_the_quickest() -> None:
    once, often = (AnsweredIn(days=0, answers=answers, usual_days=10) for answers in (1, 40))

    assert once.expected_days == 10
    assert often.expected_days == 0


@pytest.mark.parametrize("days, answers, usual", [(-1, 3, 2), (1, -3, 2), (1, 3, -2)])
def test_no_number_is_under_nought(days: float, answers: int, usual: float) -> None:
    assert not AnsweredIn(days=days, answers=answers, usual_days=usual).is_possible
    assert AnsweredIn(days=0, answers=0, usual_days=0).is_possible
