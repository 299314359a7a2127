"""Whatever is asked, the answer is a list, never a crash."""

from math import inf, nan
from random import Random

import pytest

from kith.matching.answers import Matches
from kith.matching.building import generation_in_memory
from kith.matching.index import Index
from kith.matching.questions import Box, Circle, Need, Where
from tests.matching import made_up

ALL = Need(codes=made_up.CODES, limit=1000)
ODD = (
    Need(codes=()),
    Need(codes=("no such code", "\ud800", ""), near_codes=("nothing",)),
    Need(codes=made_up.CODES, limit=0),
    Need(codes=made_up.CODES, limit=-3),
    Need(codes=made_up.CODES, age=10**30),
    Need(codes=made_up.CODES, age=-1),
    Need(codes=made_up.CODES, slots=-1),
    Need(codes=made_up.CODES, slots=1 << 90),
    Need(
        codes=made_up.CODES,
        languages=("",),
        costs=("",),
        must=("",),
        genders=("",),
        wishes=("",),
        avoid=("",),
    ),
    Need(codes=made_up.CODES, where=Where(Circle(nan, 0.0, 5.0))),
    Need(codes=made_up.CODES, where=Where(Circle(0.0, inf, 5.0))),
    Need(codes=made_up.CODES, where=Where(Circle(1e9, -1e9, 5.0))),
    Need(codes=made_up.CODES, where=Where(Circle(0.0, 0.0, nan))),
    Need(codes=made_up.CODES, where=Where(Circle(0.0, 0.0, -1.0))),
    Need(codes=made_up.CODES, where=Where(Circle(0.0, 0.0, inf))),
    Need(codes=made_up.CODES, where=Where(Box(nan, nan, nan, nan))),
    Need(codes=made_up.CODES, where=Where(Box(-1e9, 10.0, 1e9, -10.0))),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(generation_in_memory(made_up.documents(Random(1), 50), schema=made_up.SCHEMA, sequence=1))


@pytest.mark.parametrize("need", ODD)
def test_an_odd_need_has_an_answer_and_reasons(index: Index, need: Need) -> None:
    found = index.match(need)
    told = index.explain(need, [one.id for one in index.match(ALL).fits])

    assert isinstance(found, Matches)
    assert len(told) == index.match(ALL).total > 0
    assert len(found.fits) <= max(need.limit, 0)


def test_an_index_of_nothing_matches_nothing() -> None:
    index = Index(generation_in_memory([], schema=made_up.SCHEMA, sequence=1))

    assert index.match(ALL) == Matches(0, ())
    assert index.explain(ALL, []) == ()
