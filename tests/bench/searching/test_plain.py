"""The rule that every engine is checked by, looked at one service at a time."""

from math import asin, cos, radians, sin, sqrt

import pytest

from bench.searching.asked import Kind, Question, questions
from bench.searching.made import Directory
from bench.searching.plain import Plain


def _answers(there: Directory, kind: Kind, asked: Question, one: int) -> bool:
    """The nine tests, the words or codes and the circle, written out."""
    said = {there.topics.words[rank] for rank in next(there.ranks(one, one + 1))}
    timed = {Kind.SEARCH: -1, Kind.OPEN: asked.moment, Kind.MATCH: asked.slots}[kind]
    north, east = float(there.latitude[one]), float(there.longitude[one])
    up, across = sin(radians(north - asked.latitude) / 2), sin(radians(east - asked.longitude) / 2)
    part = up * up + cos(radians(north)) * cos(radians(asked.latitude)) * across * across
    return bool(
        (set(there.codes[one].tolist()) & set(asked.codes) if kind is Kind.MATCH else said & set(asked.words))
        and (asked.km is None or 12742 * asin(sqrt(part)) <= asked.km)
        and there.slots[one] & timed
        and there.languages[one] & asked.language
        and there.costs[one] & asked.cost
        and there.youngest[one] <= asked.age <= there.oldest[one]
        and there.genders[one] & asked.gender
        and there.places[one] > 0
        and there.flags[one] & asked.flags == asked.flags
    )


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("is_nationwide", [False, True])
def test_those_that_pass_one_by_one_are_those_found(
    thousand: Directory, plain: Plain, kind: Kind, is_nationwide: bool
) -> None:
    for asked in questions(thousand, 6, is_nationwide=is_nationwide):
        right = [one for one in range(1_000) if _answers(thousand, kind, asked, one)]

        assert plain.answer(kind, asked) == right
