"""The questions are as hard as those of the recipe: how many services answer them."""

from statistics import fmean, median

import pytest

from bench.searching.asked import Kind, questions
from bench.searching.made import Directory
from bench.searching.plain import Plain


@pytest.mark.parametrize("kind, of_all", [(Kind.SEARCH, 2.8), (Kind.MATCH, 2.9)])
def test_of_a_thousand_services_one_answers_mostly_and_often_none(
    thousand: Directory, plain: Plain, kind: Kind, of_all: float
) -> None:
    counts = [len(plain.answer(kind, one)) for one in questions(thousand, 600)]

    assert median(counts) == 1
    assert fmean(counts) == pytest.approx(of_all, abs=0.6)
    assert 0.31 <= fmean(count == 0 for count in counts) <= 0.5


def test_the_same_questions_are_asked_every_time(thousand: Directory) -> None:
    assert questions(thousand, 20) == questions(thousand, 20)


def test_each_turn_asks_other_questions(thousand: Directory) -> None:
    assert not set(questions(thousand, 20)) & set(questions(thousand, 20, turn=1))


def test_the_whole_country_is_asked_without_a_radius(thousand: Directory) -> None:
    assert {one.km for one in questions(thousand, 20, is_nationwide=True)} == {None}


def test_a_question_is_of_the_kind_that_people_ask(thousand: Directory) -> None:
    asked = questions(thousand, 2_000)

    assert {one.km for one in asked} == {10, 20, 50, 100}
    assert {len(one.words) for one in asked} == {1, 2, 3}
    assert fmean(one.language == 1 for one in asked) == pytest.approx(0.65, abs=0.03)
    assert all(2 <= one.slots.bit_count() <= 9 for one in asked)
    assert all(one.slots & one.moment for one in asked)
