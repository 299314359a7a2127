"""What narrows a search, and what counts beside it."""

import pytest

from kith.matching.documents import Document, FactGroup, Schema, Site
from kith.matching.facts import SchemaTooWide, group_bits
from kith.matching.questions import Filters
from tests.matching.small import asked, index, numbers, service

SCHEMA = Schema(
    (
        FactGroup("cost", ("free", "low"), is_any=True, column="costs"),
        FactGroup("access", ("step-free", "sign"), is_any=False, column="flags"),
        FactGroup("safe", tuple(f"safe-{number}" for number in range(64)), is_any=True),
    )
)


def found(filters: Filters, *services: Document) -> list[int]:
    return numbers(index(*services, schema=SCHEMA).search(asked(filters=filters, limit=1000)))


def test_any_of_the_codes_is_enough_also_beyond_the_fourth() -> None:
    many = service(1, codes=tuple(f"c{number}" for number in range(9)))

    some = (many, service(2, codes=("c8", "x")), service(3))

    assert found(Filters(codes=("c8",)), *some) == [1, 2]
    assert found(Filters(codes=("x", "c0", "unheard-of")), *some) == [1, 2]
    assert found(Filters(codes=("unheard-of",)), *some) == []


def test_more_codes_than_a_column_can_number_are_all_found() -> None:
    crowd = [service(number, codes=(f"c{number}", "all")) for number in range(33_000)]

    some = index(*crowd)

    for number in (0, 9, 32_765, 32_766, 32_999):
        assert numbers(some.search(asked(filters=Filters(codes=(f"c{number}",))))) == [number]
    assert some.search(asked(filters=Filters(codes=("all",)))).total == 33_000


def test_languages_are_stated_and_the_rarest_is_not_lost() -> None:
    spoken = [service(number, languages=("en", f"l{number % 45}")) for number in range(200)]
    some = (*spoken, service(900), service(901, languages=("rare",)))

    assert found(Filters(languages=("rare",)), *some) == [901]
    assert found(Filters(languages=("l44", "rare")), *some) == [44, 89, 134, 179, 901]
    assert found(Filters(languages=("en",)), *some) == list(range(200))
    assert found(Filters(languages=("unheard-of",)), *some) == []


def test_ages_are_inclusive_and_no_limit_takes_everybody() -> None:
    some = (service(1, minimum_age=18, maximum_age=25), service(2), service(3, minimum_age=18))

    assert [found(Filters(age=age), *some) for age in (17, 18, 25, 26)] == [[2], [1, 2, 3], [1, 2, 3], [2, 3]]
    assert found(Filters(age=-5), *some) == [2]
    assert found(Filters(age=10**9), *some) == [2, 3]


def test_one_choice_is_enough_or_all_are_wanted_as_the_group_says() -> None:
    some = (
        service(1, facts=("free", "step-free")),
        service(2, facts=("low", "step-free", "sign")),
        service(3),
    )

    assert found(Filters(facts={"cost": ("free", "low")}), *some) == [1, 2]
    assert found(Filters(facts={"access": ("step-free", "sign")}), *some) == [2]
    assert found(Filters(facts={"cost": ("free",), "access": ("step-free",)}), *some) == [1]
    assert found(Filters(facts={"cost": ()}), *some) == [1, 2, 3]


def test_what_nobody_can_have_finds_nothing_but_is_no_error() -> None:
    some = (service(1, facts=("free", "step-free", "unheard-of")),)

    assert found(Filters(facts={"cost": ("unheard-of",)}), *some) == []
    assert found(Filters(facts={"cost": ("unheard-of", "free")}), *some) == [1]
    assert found(Filters(facts={"access": ("step-free", "unheard-of")}), *some) == []
    assert found(Filters(facts={"no such group": ("free",)}), *some) == []


def test_facts_of_a_place_hold_there_only() -> None:
    two = service(1, facts=("free",), sites=(Site(0, 0, facts=("step-free",)), Site(0, 1, facts=("sign",))))

    assert found(Filters(facts={"access": ("step-free",), "cost": ("free",)}), two) == [1]
    assert found(Filters(facts={"access": ("step-free", "sign")}), two) == []


def test_the_highest_of_64_facts_is_kept() -> None:
    assert found(Filters(facts={"safe": ("safe-63",)}), service(1, facts=("safe-63",)), service(2)) == [1]


def test_places_are_known_to_be_left_and_can_be_had() -> None:
    some = (service(1, places=3), service(2, places=0), service(3), service(4, places=5, is_paused=True),
            service(5, places=10**6))  # fmt: skip

    assert found(Filters(has_places=True), *some) == [1, 5]


def test_only_and_without() -> None:
    some = [service(number) for number in range(5)]
    ids = [one.id for one in some]

    assert found(Filters(only=frozenset(ids[1:4]), without=frozenset(ids[3:])), *some) == [1, 2]
    assert found(Filters(only=frozenset()), *some) == []
    assert found(Filters(without=frozenset([service(77).id])), *some) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "group",
    [
        FactGroup("a", tuple(f"a{number}" for number in range(65)), is_any=True),
        FactGroup("a", tuple(f"a{number}" for number in range(9)), is_any=True, column="flags"),
        FactGroup("a", ("b",), is_any=True, column="no such column"),
    ],
)
def test_a_schema_that_does_not_fit_is_refused(group: FactGroup) -> None:
    with pytest.raises(SchemaTooWide):
        group_bits(Schema((group,)))
