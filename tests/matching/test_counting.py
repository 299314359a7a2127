"""Facets: how many there would be."""

from datetime import UTC, datetime

from kith.matching.documents import FactGroup, Schema, Site, Week
from kith.matching.questions import Circle, Filters, Where
from tests.matching.small import asked, index, numbers, service

SCHEMA = Schema(
    (
        FactGroup("cost", ("free", "low"), is_any=True, column="costs"),
        FactGroup("access", ("step-free", "sign"), is_any=False, column="flags"),
    )
)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAYTIME = Week("UTC", ((540, 1020),))
SOME = (
    service(
        1, "food", codes=("a",), languages=("en", "ar"), facts=("free", "step-free"), places=1, week=DAYTIME
    ),
    service(2, "food", codes=("a", "b"), languages=("en",), facts=("low", "step-free", "sign"), week=DAYTIME),
    service(3, "food", codes=("b",), languages=("ar",), facts=("free", "sign"), places=4),
    service(4, "rent", codes=("c",), languages=("en",), facts=("free",)),
)


def counts(filters: Filters | None = None, **more: object) -> dict[str, dict[str, int]]:
    return index(*SOME, schema=SCHEMA).search(asked("food", filters=filters, is_counted=True, **more)).counts


def test_every_group_is_counted_over_all_that_the_words_find() -> None:
    assert counts(moment=NOON) == {
        "codes": {"a": 2, "b": 2},
        "languages": {"en": 2, "ar": 2},
        "cost": {"free": 2, "low": 1},
        "access": {"step-free": 2, "sign": 2},
        "places": {"yes": 2},
        "open": {"yes": 2},
    }


def test_a_choice_does_not_count_against_the_others_of_its_group() -> None:
    found = counts(Filters(facts={"cost": ("free",)}))

    assert found["cost"] == {"free": 2, "low": 1}
    assert found["codes"] == {"a": 1, "b": 1}
    assert found["languages"] == {"en": 1, "ar": 2}


def test_where_all_choices_are_wanted_each_more_narrows() -> None:
    assert counts(Filters(facts={"access": ("step-free",)}))["access"] == {"step-free": 2, "sign": 1}


def test_the_number_beside_a_choice_is_what_comes_of_it() -> None:
    some = index(*SOME, schema=SCHEMA)

    for code, count in counts(Filters(languages=("en",)))["cost"].items():
        filters = Filters(languages=("en",), facts={"cost": (code,)})
        assert some.search(asked("food", filters=filters)).total == count


def test_open_is_counted_for_its_own_moment_or_that_of_the_page_or_not_at_all() -> None:
    assert counts(Filters(open_at=NOON))["open"] == {"yes": 2}
    assert counts(Filters(open_at=NOON))["cost"] == {"free": 1, "low": 1}
    assert counts(moment=NOON.replace(hour=3))["open"] == {}
    assert "open" not in counts()


def test_two_failed_tests_count_nowhere() -> None:
    found = counts(Filters(languages=("ar",), facts={"cost": ("low",)}))

    assert found["codes"] == {}
    assert found["cost"] == {"free": 2}
    assert found["languages"] == {"en": 1}


def test_a_service_of_many_places_counts_once_with_the_facts_of_all() -> None:
    chain = service(1, facts=("free",), sites=(
        Site(0, 0, DAYTIME, ("step-free",)), Site(0, 0.01, DAYTIME, ("sign",)), Site(50, 0, None, ("step-free",)),
    ), places=2, codes=("a",), languages=("en",))  # fmt: skip
    some = index(chain, schema=SCHEMA)

    found = some.search(asked(where=Where(Circle(0, 0, 10)), is_counted=True, moment=NOON))

    assert found.counts == {
        "codes": {"a": 1}, "languages": {"en": 1}, "cost": {"free": 1}, "access": {"step-free": 1, "sign": 1},
        "places": {"yes": 1}, "open": {"yes": 1},
    }  # fmt: skip


def test_counting_changes_nothing_else() -> None:
    some = index(*SOME, schema=SCHEMA)
    filters = Filters(languages=("en",), has_places=True)

    plain, counted = (some.search(asked("food", filters=filters, is_counted=one)) for one in (False, True))

    assert (plain.total, plain.hits) == (counted.total, counted.hits)
    assert numbers(plain) == [1]


def test_who_is_asked_to_decide_is_asked_only_about_what_can_still_count() -> None:
    unsure = Week("UTC", ((540, 1020),), is_exact=False)
    some = index(
        service(1, languages=("en",), codes=("a",), week=unsure), service(2, codes=("a",), week=unsure),
        service(3, week=unsure), schema=SCHEMA,
    )  # fmt: skip
    heard: set[int] = set()

    def decide(ids, _at):
        heard.update(numbers(ids))
        return ids

    some.search(
        asked(filters=Filters(languages=("en",), codes=("a",), open_at=NOON), is_counted=True, decide=decide)
    )

    assert heard == {1, 2}
