"""What nearly every search asks, in one number a slot."""

from functools import reduce
from random import Random

import numpy as np
import pytest

from kith.matching.bits import HAS_PLACES, SHIFTS
from kith.matching.building import generation_in_memory
from kith.matching.documents import FactGroup, Schema
from kith.matching.questions import Filters
from kith.matching.testing import at_once, checks_of
from tests.matching import made_up
from tests.matching.small import asked, index, numbers, service

SEX = Schema(groups=(FactGroup("gender", ("women", "men"), is_any=True, column="genders"),))


def test_each_slot_has_the_bits_of_its_columns() -> None:
    town = generation_in_memory(made_up.documents(Random(1), 80), schema=made_up.SCHEMA, sequence=1)
    arrays = town.arrays

    for slot, bits in enumerate(town.bits.tolist()):
        has_places = arrays.cap[slot] > 0 and not arrays.paused[slot]
        assert bits % HAS_PLACES == int(arrays.langs[slot]) % HAS_PLACES
        assert bool(bits & HAS_PLACES) == has_places
        assert bits >> SHIFTS["costs"] & 0xFFFF == arrays.ins[slot]
        assert bits >> SHIFTS["genders"] & 0xFF == arrays.gender[slot]
        assert bits >> SHIFTS["flags"] == arrays.flags[slot]


@pytest.mark.parametrize("seed", range(20))
def test_tests_at_once_pass_what_one_after_the_other_passes(seed: int) -> None:
    random = Random(seed)
    documents = made_up.documents(random, 80)
    town = generation_in_memory(documents, schema=made_up.SCHEMA, sequence=1)
    slots = np.arange(town.shape.slots)
    filters = made_up.search(random, documents).filters

    one_by_one = [check.passes for check in checks_of(town, filters)]

    assert passed(at_once(town, filters), slots) == passed(one_by_one, slots)


def passed(tests, slots) -> list[int]:
    every = np.ones(len(slots), np.bool_)
    return np.flatnonzero(reduce(np.logical_and, (passes(slots) for passes in tests), every)).tolist()


def test_what_wants_one_bit_of_each_group_is_one_test() -> None:
    town = generation_in_memory([service(1, languages=("so",), facts=("women",))], schema=SEX, sequence=1)
    wants = Filters(languages=("so",), facts={"gender": ("women",)}, has_places=True)

    assert len(at_once(town, wants)) == 1


def test_either_of_two_bits_is_enough_where_one_choice_is() -> None:
    some = index(service(1, facts=("women",)), service(2, facts=("men",)), service(3, facts=()), schema=SEX)

    assert numbers(some.search(asked(filters=Filters(facts={"gender": ("women", "men")})))) == [1, 2]
    assert numbers(some.search(asked(filters=Filters(facts={"gender": ("men",)})))) == [2]
