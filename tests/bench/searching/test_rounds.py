"""Engines take turns, and one that answers with other services is found out."""

from pathlib import Path

import pytest

from bench.searching.asked import Kind, Question, questions
from bench.searching.engines import Answer, Ask, Built
from bench.searching.in_sqlite import Sqlite
from bench.searching.made import Directory
from bench.searching.plain import Plain
from bench.searching.rounds import Timed, checked, timed


class Right:
    """Answers by the plain rule, or with a fault."""

    def __init__(self, plain: Plain, name: str = "right", diary: list[str] | None = None) -> None:
        self.name, self._plain, self._diary = name, plain, diary if diary is not None else []

    def build(self, directory: Directory) -> Built:
        return Built(0.0, directory.size)

    def asking(self, kind: Kind, question: Question) -> Ask:
        def ask() -> Answer:
            self._diary.append(self.name)
            return self.checked(kind, question)

        return ask

    def checked(self, kind: Kind, question: Question) -> Answer:
        found = self._plain.answer(kind, question)
        return Answer(len(found), found[:20])

    def told(self) -> str:
        return self.name

    def cpu_seconds(self) -> float:
        return float(len(self._diary))

    def close(self) -> None:
        pass


class LosesOne(Right):
    def checked(self, kind: Kind, question: Question) -> Answer:
        found = super().checked(kind, question)
        return Answer(found.total, found.best[1:])


class TakesAnother(Right):
    def checked(self, kind: Kind, question: Question) -> Answer:
        found = super().checked(kind, question)
        return Answer(found.total, [*found.best[:-1], 999_999] if found.best else [])


class CountsOneMore(Right):
    def checked(self, kind: Kind, question: Question) -> Answer:
        found = super().checked(kind, question)
        return Answer(found.total + 1, found.best)


@pytest.mark.parametrize("fault", [LosesOne, TakesAnother, CountsOneMore])
def test_a_planted_difference_is_found(thousand: Directory, plain: Plain, fault: type[Right]) -> None:
    asked = [one for one in questions(thousand, 30) if 0 < len(plain.answer(Kind.MATCH, one)) <= 20]
    engines = [Right(plain), fault(plain, "wrong")]

    found = checked(engines, Kind.MATCH, asked, plain)

    assert found.differences == {"right": 0, "wrong": len(asked)}


def test_of_more_than_twenty_only_their_number_is_compared(thousand: Directory, plain: Plain) -> None:
    many = [
        one for one in questions(thousand, 300, is_nationwide=True) if len(plain.answer(Kind.MATCH, one)) > 20
    ]

    assert many
    assert checked([TakesAnother(plain)], Kind.MATCH, many, plain).differences == {"right": 0}
    assert checked([CountsOneMore(plain)], Kind.MATCH, many, plain).differences == {"right": len(many)}


def test_another_engine_begins_in_each_block(thousand: Directory, plain: Plain) -> None:
    diary: list[str] = []
    engines = [Right(plain, name, diary) for name in "abc"]
    asked = questions(thousand, 100)

    found = timed(engines, Kind.MATCH, [asked, asked])

    blocks = diary[90:][::50]
    assert "".join(blocks) == "abcbcabcacab"
    assert [[len(run) for run in one.runs] for one in found] == [[100, 100]] * 3
    assert [one.cpu_ms for one in found] == [[pytest.approx(1000.0)] * 2] * 3


def test_ratios_are_of_the_same_run() -> None:
    slow, fast = Timed("slow", [[4.0, 6.0], [9.0]]), Timed("fast", [[1.0], [3.0]])

    assert slow.ratios(fast) == [5.0, 3.0]


def test_ratios_of_processor_time_are_too() -> None:
    slow, fast = Timed("slow", [[1.0], [1.0]], [8.0, 9.0]), Timed("fast", [[1.0], [1.0]], [2.0, 3.0])

    assert slow.cpu_ratios(fast) == [4.0, 3.0]


def test_a_percentile_is_that_of_the_run_in_the_middle() -> None:
    one = Timed("one", [[1.0] * 99 + [9.0], [2.0] * 100, [3.0] * 100])

    assert one.percentile(50) == 2.0
    assert one.mean == pytest.approx((99 + 9 + 200 + 300) / 300)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("is_nationwide", [False, True])
def test_sqlite_answers_by_the_plain_rule(
    thousand: Directory, plain: Plain, tmp_path: Path, kind: Kind, is_nationwide: bool
) -> None:
    engine = Sqlite(tmp_path)
    engine.build(thousand)
    asked = questions(thousand, 60, is_nationwide=is_nationwide)

    assert checked([engine], kind, asked, plain).differences == {engine.name: 0}
    engine.close()
