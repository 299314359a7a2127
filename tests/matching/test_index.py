"""A base on disk and what changed since, answered as one."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random
from uuid import UUID

import pytest

from kith.matching.building import build_generation, generation_in_memory
from kith.matching.documents import Document, Schema
from kith.matching.generation import open_generation
from kith.matching.index import Index
from kith.matching.questions import Order, Search
from tests.environment import scaled
from tests.matching.made_up import SCHEMA, document, documents, search
from tests.matching.small import asked, numbers, service


def base(*services: Document) -> Index:
    return generation_in_memory(services, schema=Schema(), sequence=1)


def test_what_changed_stands_in_for_what_was() -> None:
    old = base(service(1, "food"), service(2, "food"))

    new = Index(old, changed=[service(1, "rent")])

    assert numbers(new.search(asked("food"))) == [2]
    assert numbers(new.search(asked("rent"))) == [1]
    assert numbers(Index(old).search(asked("food"))) == [1, 2]


def test_what_is_new_is_found_and_what_is_gone_is_not() -> None:
    new = Index(
        base(service(1, "food"), service(3, "food")), changed=[service(2, "food")], gone=[UUID(int=3)]
    )

    found = new.search(asked("food"))

    assert (numbers(found), found.total) == ([1, 2], 2)


def test_gone_is_gone_whatever_else_is_said() -> None:
    new = Index(base(service(1, "food")), changed=[service(1, "food")], gone=[UUID(int=1), UUID(int=99)])

    assert new.search(asked("food")).total == 0


def test_nothing_at_all_can_be_asked() -> None:
    for empty in (Index(None), Index(base()), Index(base(service(1, "food")), gone=[UUID(int=1)])):
        assert empty.search(asked("food")).total == 0
        assert empty.search(asked(is_counted=True)).total == 0
        assert empty.every(asked("food").parts) == []


def test_words_weigh_what_they_weigh_in_the_base() -> None:
    some = [service(number, f"food*{number + 1} help") for number in range(9)]

    whole = Index(base(*some)).search(asked("food", order=Order.TEXT))
    changed = Index(base(*some), changed=some[3:5]).search(asked("food", order=Order.TEXT))

    assert whole == changed


def test_loose_is_decided_over_both() -> None:
    both = Index(base(service(1, "food")), changed=[service(2, "food help")])

    assert (numbers(both.search(asked("food help"))), both.search(asked("food help")).is_loose) == (
        [2],
        False,
    )


@pytest.mark.parametrize("seed", range(scaled(60, least=3)))
def test_a_base_with_changes_finds_the_same_as_one_built_anew(tmp_path, seed: int) -> None:
    random = Random(seed)
    old = documents(random, 40)
    changed = [replace(document(random), id=one.id) for one in old[:8]] + [
        document(random) for _one in range(4)
    ]
    gone = [one.id for one in old[8:12]]
    path = build_generation(tmp_path, old, schema=SCHEMA, sequence=1)
    mixed = Index(open_generation(path), changed=changed, gone=gone)
    anew = Index(None, changed=[*changed, *old[12:]], schema=SCHEMA)

    for _turn in range(40):
        question = replace(search(random, old), limit=1000, first=0)
        one, other = mixed.search(question), anew.search(question)
        assert {(hit.id, hit.km) for hit in one.hits} == {(hit.id, hit.km) for hit in other.hits}
        assert (one.total, one.counts, one.is_loose) == (other.total, other.counts, other.is_loose)
        if not question.parts:
            assert one.hits == other.hits


def test_pages_are_cut_from_one_list() -> None:
    some = [service(number, "food") for number in range(30)]
    both = Index(base(*some[::2]), changed=some[1::2])

    pages = [numbers(both.search(asked("food", first=first, limit=7))) for first in range(0, 30, 7)]

    assert [number for page in pages for number in page] == list(range(30))


def test_eight_threads_at_once_give_the_same_lists(tmp_path) -> None:
    random = Random(5)
    made = documents(random, 300)
    path = build_generation(tmp_path, made, schema=SCHEMA, sequence=1)
    some = Index(open_generation(path), changed=[document(random) for _one in range(20)])
    questions: list[Search] = [search(random, made) for _one in range(scaled(2000, least=100))]
    alone = [some.search(question) for question in questions]

    with ThreadPoolExecutor(8) as pool:
        turns = [list(pool.map(some.search, questions)) for _turn in range(2)]

    assert turns == [alone, alone]


def test_asking_changes_no_array(tmp_path) -> None:
    path = build_generation(tmp_path, documents(Random(2), 20), schema=SCHEMA, sequence=1)
    arrays = open_generation(path).arrays

    with pytest.raises(ValueError, match="read-only"):
        arrays.cap[0] = 5
