"""Whatever is asked, there is an answer."""

from datetime import UTC, datetime, timedelta, timezone
from math import inf, nan
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.matching.answers import Found
from kith.matching.building import generation_in_memory
from kith.matching.index import Index
from kith.matching.questions import Box, Circle, Filters, Order, Part, Search, Term, Where
from tests.environment import scaled
from tests.matching.made_up import FACTS, SCHEMA, document, documents
from tests.matching.small import asked, index, service

MADE = documents(Random(11), 40)
INDEX = Index(
    generation_in_memory(MADE, schema=SCHEMA, sequence=1), changed=[document(Random(12))], gone=[MADE[0].id]
)
NUMBERS = st.one_of(st.floats(), st.sampled_from([0.0, 90.0, -90.0, 180.0, -180.0, 1e308, inf, nan]))
SIZES = st.one_of(st.integers(-5, 50), st.integers())
CODES = st.lists(st.one_of(st.sampled_from(FACTS), st.text(max_size=5)), max_size=4).map(tuple)
TERMS = st.builds(Term, st.text(max_size=12), st.booleans(), st.integers(-5, 500))
PARTS = st.lists(
    st.lists(st.lists(TERMS, max_size=3).map(tuple), max_size=3).map(tuple).map(Part), max_size=3
)
PLACES = st.builds(
    Where,
    st.one_of(
        st.none(),
        st.builds(Circle, NUMBERS, NUMBERS, NUMBERS),
        st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    ),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
    st.booleans(),
)
FILTERS = st.builds(
    Filters,
    codes=CODES,
    languages=CODES,
    age=st.one_of(st.none(), st.integers()),
    facts=st.dictionaries(
        st.one_of(st.sampled_from(["cost", "access"]), st.text(max_size=5)), CODES, max_size=3
    ),
    open_at=st.one_of(st.none(), st.datetimes(timezones=st.just(UTC))),
    has_places=st.booleans(),
)
SEARCHES = st.builds(
    Search,
    parts=PARTS.map(tuple),
    where=PLACES,
    filters=FILTERS,
    order=st.sampled_from(Order),
    first=SIZES,
    limit=SIZES,
    is_counted=st.booleans(),
    is_spelling_helped=st.booleans(),
    enough=SIZES,
)


@settings(max_examples=scaled(5000, least=150), deadline=None)
@given(SEARCHES)
def test_every_search_is_answered(question: Search) -> None:
    found = INDEX.search(question)

    assert isinstance(found, Found)
    assert len(found.hits) <= min(found.total, max(question.limit, 0))
    assert found == INDEX.search(question)


@pytest.mark.parametrize("day", [(1, 1, 1), (9999, 12, 31)])
@pytest.mark.parametrize("hours", [-23, 0, 23])
def test_the_first_and_the_last_day_of_the_calendar(day: tuple[int, int, int], hours: int) -> None:
    at = datetime(*day, 12, tzinfo=timezone(timedelta(hours=hours)))

    assert INDEX.search(asked(filters=Filters(open_at=at), is_counted=True)).total >= 0


def test_a_question_of_ten_thousand_words() -> None:
    words = tuple((Term(f"word{number}", is_start=True),) for number in range(10_000))

    assert INDEX.search(asked(parts=(Part(words),))).total == 0


def test_a_listing_that_makes_no_sense_is_taken_as_far_as_it_goes() -> None:
    odd = service(
        1, "a*0 b*-3 c*99999999", quality=nan, places=-77, minimum_age=-4, maximum_age=10**6, codes=("x", "x"),
        languages=("", ""), facts=("unheard-of", ""),
    )  # fmt: skip

    found = index(odd, service(2, quality=inf), service(3, quality=-inf)).search(asked("c", is_counted=True))

    assert found.total == 1
    assert found.counts["codes"] == {"x": 1}
