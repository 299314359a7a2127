"""Seven faults of the first trial engine, each with a test that fails where it comes back."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import cos, radians
from random import Random
from uuid import UUID

import numpy as np
import pytest

from kith.matching.answers import Found, Matches, Test
from kith.matching.building import generation_in_memory
from kith.matching.documents import Document, FactGroup, Schema, Site
from kith.matching.index import Index
from kith.matching.questions import Circle, Filters, Need, Order, Part, Search, Term, Where
from tests.matching import made_up, oracle

THREADS = 8
KM_A_DEGREE = 111.194_926_6
HOUSE = Part(((Term("house"),),))


def a_service(number: int, **said: object) -> Document:
    plain = Document(id=UUID(int=number), words=(("house", 1),), codes=("c1",), places=3)
    return replace(plain, **said)


def at(number: int, latitude: float, longitude: float) -> Document:
    return a_service(number, sites=(Site(latitude, longitude),))


def index_of(documents: Sequence[Document], schema: Schema = made_up.SCHEMA) -> Index:
    return Index(generation_in_memory(documents, schema=schema, sequence=1))


def around(latitude: float, longitude: float, km: float, *areas: str) -> Where:
    return Where(Circle(latitude, longitude, km), areas=areas)


def found_ids(index: Index, where: Where) -> list[int]:
    return [hit.id.int for hit in index.search(Search(parts=(HOUSE,), where=where, order=Order.NEAR)).hits]


def matched_ids(index: Index, where: Where) -> list[int]:
    return [one.id.int for one in index.match(Need(codes=("c1",), where=where)).fits]


def test_fault_1_equal_scores_have_one_order_and_one_cut_however_the_index_was_built() -> None:
    twins = [at(number, 43.0, -79.0) for number in range(1, 200)]
    random = Random(1)

    for _one in range(5):
        random.shuffle(twins)
        index = index_of(twins)
        near = around(43.0, -79.0, 5.0)
        assert found_ids(index, near) == list(range(1, 21))
        assert matched_ids(index, near) == list(range(1, 21))
        assert index.search(Search(parts=(HOUSE,), where=near)).total == len(twins)
        assert index.match(Need(codes=("c1",), where=near)).total == len(twins)


@pytest.mark.parametrize("centre", [(43.65, -79.38), (0.0, 0.0), (-60.0, 179.999), (85.0, 10.0)])
def test_fault_2_the_edge_of_the_circle_is_where_it_is_to_a_tenth_of_a_metre(
    centre: tuple[float, float],
) -> None:
    latitude, longitude = (oracle.as_stored(one) for one in centre)
    random = Random(2)
    places = [
        (latitude + random.uniform(-0.2, 0.2), longitude + random.uniform(-0.2, 0.2) / cos(radians(latitude)))
        for _one in range(40)
    ]
    town = [at(number, up, min(across, 180.0)) for number, (up, across) in enumerate(places)]
    index = index_of(town)

    for document in town:
        km = oracle.km_to(around(latitude, longitude, 0.0), document.sites[0])
        assert km is not None
        for beyond in (-0.0001, 0.0001):
            is_in = beyond > 0
            assert (document.id.int in _all(index, around(latitude, longitude, km + beyond))) is is_in


def _all(index: Index, where: Where) -> list[int]:
    found = [hit.id.int for hit in index.search(Search(where=where, limit=1000)).hits]
    assert sorted(found) == sorted(
        one.id.int for one in index.match(Need(codes=("c1",), where=where, limit=1000)).fits
    )
    return found


def test_fault_3_eight_threads_at_once_get_the_same_lists() -> None:
    random = Random(3)
    town = made_up.documents(random, 300)
    index = index_of(town)
    searches = [made_up.search(random, town) for _one in range(100)]
    needs = [made_up.need(random, town) for _one in range(100)]

    def answers(_thread: int) -> tuple[list[Found], list[Matches]]:
        return [index.search(one) for one in searches], [index.match(one) for one in needs]

    alone = answers(0)
    with ThreadPoolExecutor(THREADS) as threads:
        together = list(threads.map(answers, range(THREADS)))

    assert all(one == alone for one in together)
    assert any(one.total for one in alone[0])
    assert any(one.total for one in alone[1])


def test_fault_4_a_circle_over_a_pole_or_the_date_line_finds_both_sides() -> None:
    index = index_of(
        [
            at(1, -16.5, 179.99),
            at(2, -16.5, -179.99),
            at(3, -16.5, 180.0),
            at(4, 89.9, 0.0),
            at(5, 89.9, 180.0),
        ]
    )

    for find in (found_ids, matched_ids):
        assert sorted(find(index, around(-16.5, 179.98, 10.0))) == [1, 2, 3]
        assert sorted(find(index, around(-16.5, -179.98, 10.0))) == [1, 2, 3]
        assert sorted(find(index, around(89.95, 90.0, 30.0))) == [4, 5]
        assert sorted(find(index, around(-90.0, 0.0, 1.0))) == []
        assert sorted(find(index, around(0.0, 0.0, 30_000.0))) == [1, 2, 3, 4, 5]
        assert find(index, around(91.0, 0.0, 30_000.0)) == []


def test_fault_5_what_has_no_place_is_found_by_its_area_and_has_no_distance() -> None:
    by_phone, secret = a_service(1), a_service(2, areas=("town-a",))
    index = index_of([by_phone, secret, at(3, 43.0, -79.0)])
    here, elsewhere = around(43.0, -79.0, 5.0, "town-a"), around(43.0, -79.0, 5.0, "town-b")

    for find in (found_ids, matched_ids):
        assert sorted(find(index, here)) == [1, 2, 3]
        assert sorted(find(index, elsewhere)) == [1, 3]
        assert find(index, replace(here, is_placeless_in=False)) == [3]
    assert {one.id.int: one.km for one in index.match(Need(codes=("c1",), where=here)).fits} == {
        1: None,
        2: None,
        3: 0.0,
    }
    (told,) = index.explain(Need(codes=("c1",), where=elsewhere), [secret.id])
    assert [one.test for one in told.reasons if one.speaks is False] == [Test.PLACE]


def test_fault_6_full_and_paused_services_are_named_and_all_who_fell_are_counted() -> None:
    town = [
        a_service(1),
        a_service(2, places=0),
        a_service(3, is_paused=True),
        a_service(4, languages=("fr",)),
        a_service(5, languages=("fr",), places=0),
        a_service(6, minimum_age=60),
    ]

    found = index_of(town).match(Need(codes=("c1",), languages=("ar",), age=30))

    assert [one.id.int for one in found.fits] == [1]
    assert [one.id.int for one in found.full] == [3, 2]
    assert found.fell == {Test.LANGUAGE: 2, Test.TOO_YOUNG: 1, Test.PLACES: 1, Test.PAUSED: 1}
    assert found.total + sum(found.fell.values()) == len(town)


def test_fault_7_more_codes_languages_and_facts_than_a_column_has_bits_are_all_known() -> None:
    codes = tuple(f"code-{number}" for number in range(300))
    languages = tuple(f"l{number}" for number in range(60))
    facts = tuple(f"fact-{number}" for number in range(64))
    schema = Schema(groups=(FactGroup("many", facts, is_any=False),))
    town = [
        a_service(
            number + 1,
            codes=codes[number * 5 : number * 5 + 5],
            languages=(languages[number],),
            facts=(facts[number],),
        )
        for number in range(60)
    ]
    index = index_of(town, schema)

    for number, document in enumerate(town):
        need = Need(codes=document.codes[4:], languages=document.languages, wishes=document.facts)
        (only,) = index.match(need).fits
        assert only.id == document.id
        assert [one.speaks for one in only.reasons if one.test in {Test.NEED, Test.LANGUAGE, Test.WISH}] == [
            True
        ] * 3
        filters = Filters(
            codes=document.codes[4:], languages=document.languages, facts={"many": (facts[number],)}
        )
        assert [hit.id for hit in index.search(Search(filters=filters)).hits] == [document.id]


def test_the_seventh_fault_said_that_quality_needs_a_source_and_it_is_what_the_document_says() -> None:
    plain, trusted = a_service(1), a_service(2, quality=1.0)

    fits = index_of([plain, trusted]).match(Need(codes=("c1",))).fits

    assert [(one.id.int, one.score) for one in fits] == [(2, 305_000), (1, 205_000)]
    assert np.diff([one.score for one in fits]).tolist() == [-100_000]
