"""Search with wishes: what each keeps, in which order, how one goes on where nothing is left."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core import clock
from kith.directory.actions.set_places import set_places
from kith.directory.actions.set_service_signal import set_service_signal
from kith.directory.actions.tag_service import tag_service
from kith.directory.models import Service
from kith.directory.narrowing import NOTHING_FURTHER, Limit, ListOrder, Narrowing
from kith.directory.queries.find_services import PAGE_SIZE, ServiceResults, find_services
from kith.directory.records import PhoneRecord, ScheduleRecord, ServiceDetails
from kith.directory.terms import OrganizationKind, ServiceStatus, SignalTier, Topic
from tests.factories.directory import (
    NOBODY,
    SYSTEM,
    a_host,
    a_place,
    a_service,
    an_organization,
    at,
    own_taxonomies,
    weekly,
)

pytestmark = pytest.mark.django_db

MOST_STATEMENTS = 20
TUESDAY_NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def taxonomies(db: None) -> None:
    a_host()
    own_taxonomies()


def found(
    words: str = "",
    *,
    near: str = "",
    topics: tuple[Topic, ...] = (),
    languages: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    page: int = 1,
    narrowing: Narrowing = NOTHING_FURTHER,
) -> ServiceResults:
    return find_services(
        NOBODY,
        words=words,
        near=near,
        topics=topics,
        languages=languages,
        facts=facts,
        page=page,
        narrowing=narrowing,
    )


def names(results: ServiceResults) -> list[str]:
    return [line.name for line in results.lines]


def with_facts(name: str, *codes: str, details: ServiceDetails | None = None) -> UUID:
    service_id = a_service(name, details=details)
    tag_service(SYSTEM, service_id=service_id, codes=codes)
    return service_id


def open_on(days: str, opens: str = "09:00", closes: str = "17:00") -> ServiceDetails:
    return ServiceDetails(schedules=(weekly(days, opens, closes),))


def test_of_costs_one_is_enough_and_of_access_needs_all_are_wanted() -> None:
    with_facts("Free", "cost-free", "culture-steps")
    with_facts("Cheap", "cost-sliding", "culture-steps", "culture-deaf")
    with_facts("Dear", "cost-private", "culture-steps", "culture-deaf")

    assert sorted(names(found(facts=("cost-free", "cost-sliding")))) == ["Cheap", "Free"]
    assert sorted(names(found(facts=("culture-steps", "culture-deaf")))) == ["Cheap", "Dear"]
    assert names(found(facts=("cost-free", "culture-deaf"))) == []


def test_a_topic_narrows_what_words_find() -> None:
    a_service("Warm talk", topics=[Topic.TALK])
    a_service("Warm soup", topics=[Topic.FOOD])

    assert names(found("warm", topics=(Topic.FOOD,))) == ["Warm soup"]


def test_open_now_keeps_what_is_surely_open_only() -> None:
    a_service("Open", details=open_on("TU"))
    a_service("Shut", details=open_on("WE"))
    a_service("Nobody knows")
    a_service("In words", details=ServiceDetails(schedules=(ScheduleRecord(description="Most Tuesdays"),)))

    with clock.at(TUESDAY_NOON):
        assert names(found(narrowing=Narrowing(open_at=TUESDAY_NOON))) == ["Open"]
        assert names(found(narrowing=Narrowing(open_at=TUESDAY_NOON + timedelta(days=1)))) == ["Shut"]


def test_a_rule_that_one_week_cannot_say_is_asked_of_the_rows() -> None:
    second = ScheduleRecord(freq="MONTHLY", byday="4TU", opens_at="09:00", closes_at="17:00")
    first = ScheduleRecord(freq="MONTHLY", byday="1TU", opens_at="09:00", closes_at="17:00")
    a_service("Fourth Tuesday", details=ServiceDetails(schedules=(second,)))
    a_service("First Tuesday", details=ServiceDetails(schedules=(first,)))

    with clock.at(TUESDAY_NOON):
        assert names(found(narrowing=Narrowing(open_at=TUESDAY_NOON))) == ["Fourth Tuesday"]


def test_an_age_keeps_those_whose_limits_hold_it_or_are_not_known() -> None:
    a_service("Young", details=ServiceDetails(maximum_age=25))
    a_service("Old", details=ServiceDetails(minimum_age=60))
    a_service("Any")

    assert sorted(names(found(narrowing=Narrowing(age=20)))) == ["Any", "Young"]


def test_places_have_to_be_known_to_be_left() -> None:
    beds, full = a_service("Beds"), a_service("Full")
    a_service("Not known")
    set_places(SYSTEM, service_id=beds, places_left=4, as_of=clock.now())
    set_places(SYSTEM, service_id=full, places_left=0, as_of=clock.now())

    assert names(found(narrowing=Narrowing(has_places=True))) == ["Beds"]


def test_who_takes_referrals_can_be_asked_for() -> None:
    agreed = a_service("Agreed")
    a_service("Listed")
    set_service_signal(SYSTEM, service_id=agreed, tier=SignalTier.AGREED, answered_in=None, agreed_routes=1)

    assert names(found(facts=("referrals-taken",))) == ["Agreed"]


def test_help_from_afar_is_found_wherever_one_is() -> None:
    with_facts("Line", "setting-phone")
    with_facts("Far line", "setting-phone", "setting-place", details=at(a_place(55.0, -1.15, city="Far")))
    with_facts("Room", "setting-place", details=at(a_place()))

    results = found(near="Northgate", narrowing=Narrowing(is_from_afar=True))

    assert sorted(names(results)) == ["Far line", "Line"]
    assert results.centre is None


def test_how_far_can_be_said() -> None:
    a_service("Here", details=at(a_place()))
    a_service("Ten", details=at(a_place(53.04, -1.15, city="Ten")))

    assert names(found(near="Northgate", narrowing=Narrowing(km=5))) == ["Here"]


def test_the_nearest_come_first_where_that_is_asked() -> None:
    a_service("Sewing", details=at(a_place(53.04, -1.15, city="Ten")))
    a_service("Tea", description="sewing", details=at(a_place(52.96, -1.15, city="One")))
    a_service("Sewing at home")
    a_service("Elsewhere", details=at(a_place()))

    results = found("sewing", near="Northgate", narrowing=Narrowing(order=ListOrder.NEAR))

    assert names(results) == ["Tea", "Sewing", "Sewing at home"]


def test_open_ones_come_first_on_every_page_and_nobody_twice() -> None:
    for at_once in range(PAGE_SIZE + 5):
        a_service("Open tea", details=open_on("TU"))
        if at_once < PAGE_SIZE:
            a_service("Shut tea", details=open_on("WE"))

    with clock.at(TUESDAY_NOON):
        pages = [
            found("tea", page=page, narrowing=Narrowing(order=ListOrder.OPEN, is_counted=True))
            for page in (1, 2, 3)
        ]

    lines = [line for one in pages for line in one.lines]
    assert [line.name for line in lines] == ["Open tea"] * (PAGE_SIZE + 5) + ["Shut tea"] * PAGE_SIZE
    assert len({line.id for line in lines}) == len(lines) == pages[0].total


def test_beside_a_faith_group_stands_the_best_that_is_not_tied_to_a_faith() -> None:
    mosque = an_organization("Mosque", kind=OrganizationKind.FAITH)
    a_service("Food at the mosque", organization_id=mosque, topics=[Topic.FOOD])
    with_facts("Food for all", "faith-secular")
    a_service("Bread")

    results = found("food")

    assert results.secular is not None
    assert results.secular.name == "Food for all"
    assert found("bread").secular is None


def test_where_none_says_so_one_that_is_no_faith_groups_stands_there() -> None:
    mosque = an_organization("Mosque", kind=OrganizationKind.FAITH)
    a_service("Food at the mosque", organization_id=mosque)
    assert found("food").secular is None

    a_service("Food of neighbours")

    secular = found("food").secular
    assert secular is not None
    assert secular.name == "Food of neighbours"


def test_where_the_words_find_a_faith_groups_only_another_on_the_topic_stands_there() -> None:
    mosque = an_organization("Mosque", kind=OrganizationKind.FAITH)
    a_service("Friday food", organization_id=mosque, topics=[Topic.FOOD])
    with_facts("Soup of a chapel", "faith-open")
    a_service("Bread of neighbours", topics=[Topic.FOOD])

    results = found("friday")

    assert names(results) == ["Friday food"]
    assert results.secular is not None
    assert results.secular.name == "Bread of neighbours"


def test_with_nothing_left_it_says_what_to_take_away() -> None:
    a_service("Bread", topics=[Topic.FOOD], languages=["en"], details=at(a_place()))

    results = found(
        "bread", near="Northgate", languages=("ar",), narrowing=Narrowing(age=3, open_at=TUESDAY_NOON)
    )

    assert results.total == 0
    assert results.relaxed == ()
    assert [one.without for one in found("bread", languages=("ar",)).relaxed] == [
        Limit.LANGUAGES,
    ]
    assert [(one.without, one.total) for one in found("zzz", topics=(Topic.FOOD,)).relaxed] == [
        (Limit.WORDS, 1)
    ]


def test_with_nothing_found_the_next_towns_are_named_nearest_first() -> None:
    a_service("Here", details=at(a_place()))
    a_service("Ten", details=at(a_place(53.04, -1.15, city="Ten", postal_code="NG9")))
    a_service("Twenty", details=at(a_place(53.13, -1.15, city="Twenty", postal_code="NG8")))
    a_service("Hidden", details=at(a_place(52.96, -1.15, city="Secretville", is_confidential=True)))

    assert found("zzz", near="Northgate").towns == ("Ten", "Twenty")


def test_a_hit_that_the_viewer_may_not_find_is_left_out_and_the_next_takes_its_place() -> None:
    for _ in range(PAGE_SIZE + 2):
        a_service("Same name")
    gone = found("same").lines[0].id
    Service.objects.filter(pk=gone).update(status=ServiceStatus.DEFUNCT)

    results = found("same")

    assert gone not in {line.id for line in results.lines}
    assert (len(results.lines), results.total) == (PAGE_SIZE, PAGE_SIZE + 1)


def test_a_wrongly_spelled_word_finds_what_was_meant_and_it_is_said() -> None:
    a_service("Counselling for couples")

    results = found("counseling cuoples")

    assert names(results) == ["Counselling for couples"]
    assert dict(results.spelled)["cuoples"] == ("couples",)


def test_whom_to_call_is_the_services_own_number_first() -> None:
    own = PhoneRecord(number="020 7946 0001")
    a_service("Line", details=ServiceDetails(phones=(own,)))
    a_service("No line")

    phones = {line.name: line.phone.dial if line.phone else "" for line in found().lines}

    assert phones == {"Line": "02079460001", "No line": ""}


def test_points_on_a_map_are_public_and_trusted_ones_only() -> None:
    a_service("Known", details=at(a_place(), a_place(53.0, -1.2, is_confidential=True)))
    a_service("Stand-in", details=at(a_place(is_point_trusted=False)))
    a_service("Secret", details=at(a_place(is_confidential=True)))

    assert {line.name: len(line.points) for line in found().lines} == {"Known": 1, "Stand-in": 0, "Secret": 0}


@pytest.mark.parametrize("words", ["help", "zzz"])
def test_the_number_of_statements_does_not_grow_with_wishes_or_rows(words: str) -> None:
    narrowing = Narrowing(open_at=TUESDAY_NOON, age=20, order=ListOrder.OPEN, is_counted=True)

    def statements() -> int:
        find = lambda: found(words, near="Northgate", languages=("en",), narrowing=narrowing)  # noqa: E731
        find()
        with CaptureQueriesContext(connection) as captured:
            find()
        return len(captured)

    def more(count: int) -> None:
        faith = an_organization("Mosque", kind=OrganizationKind.FAITH)
        for _ in range(count):
            details = replace(open_on("TU"), places=(a_place(),))
            a_service("Help", organization_id=faith, languages=["en"], details=details)

    more(2)
    few = statements()
    more(30)

    assert statements() == few <= MOST_STATEMENTS
