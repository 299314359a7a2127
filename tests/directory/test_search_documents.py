"""What the search is told of a service, as it stands in its record."""

from datetime import timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from kith.core import clock
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.edit_listing import edit_listing
from kith.directory.actions.refresh_search_records import refresh_search_records
from kith.directory.actions.set_places import set_places
from kith.directory.actions.set_service_signal import set_service_signal
from kith.directory.actions.tag_service import tag_service
from kith.directory.expected_wait import AnsweredIn
from kith.directory.keeping.checking import mark_of_text
from kith.directory.models import SearchRecord, SearchState, Service
from kith.directory.records import AreaRecord, Json, ServiceDetails
from kith.directory.search_documents import write_search_documents
from kith.directory.searching.codes import GENDERS
from kith.directory.searching.stored import from_text
from kith.directory.terms import ChangedHow, ConfirmedHow, ListingKind, ServiceStatus, SignalTier, Topic
from kith.matching.documents import NOT_KNOWN, Document
from tests.factories.directory import (
    SYSTEM,
    a_place,
    a_service,
    at,
    hsds_service,
    own_taxonomies,
    source_id,
    taken_in,
    weekly,
)

pytestmark = pytest.mark.django_db


def told(service_id: UUID) -> Document:
    row = SearchRecord.objects.get(pk=service_id)
    return from_text(service_id, row.document, places=row.places, today=clock.today("UTC"))


def words(service_id: UUID) -> dict[str, int]:
    return dict(told(service_id).words)


def test_a_word_of_the_name_weighs_more_than_one_of_the_text() -> None:
    found = words(a_service("Sewing circle", description="We sew. Bring a needle.", topics=[Topic.COMPANY]))

    assert found["sewing"] == 8
    assert found["needle"] == 1
    assert found["kithtopiccompany"] == 6
    assert found["harbour"] == 4


def test_a_public_point_is_told_with_its_hours() -> None:
    details = ServiceDetails(places=(a_place(),), schedules=(weekly("FR", "10:00", "14:00"),))

    site = told(a_service(details=details)).sites[0]

    assert (site.latitude, site.longitude) == (52.95, -1.15)
    assert site.week is not None
    assert site.week.ranges == ((4 * 1440 + 600, 4 * 1440 + 840),)


def test_a_point_nobody_trusts_is_its_town_and_postcode() -> None:
    found = told(a_service(details=at(a_place(is_point_trusted=False))))

    assert found.sites == ()
    assert found.areas == ("town:northgate", "postcode:ng15aa")


def test_a_secret_place_is_no_place() -> None:
    found = told(a_service(details=at(a_place(city="Zqxvville", is_confidential=True))))

    assert (found.sites, found.areas) == ((), ())
    assert "zqxvville" not in SearchRecord.objects.get().document.casefold()


@pytest.mark.parametrize(
    ("names", "areas"),
    [
        (("Northgate",), ("area:northgate",)),
        (("Northgate", "NG1 5AA"), ("area:northgate", "area:ng1 5aa")),
        (("Northgate", "All of the country"), ()),
        (("",), ()),
    ],
)
def test_areas_narrow_only_where_all_of_them_are_known(
    names: tuple[str, ...], areas: tuple[str, ...]
) -> None:
    a_service("Hall", details=at(a_place()))
    details = ServiceDetails(areas=tuple(AreaRecord(name=name) for name in names))

    assert told(a_service("Line", details=details)).areas == areas


def test_own_facts_are_told_and_gender_follows_from_them() -> None:
    own_taxonomies()
    service_id = a_service()
    assert told(service_id).facts == GENDERS

    tag_service(SYSTEM, service_id=service_id, codes=["culture-women", "cost-free"])

    assert set(told(service_id).facts) == {"culture-women", "cost-free", "gender-women"}


def test_the_band_is_told_as_a_figure_and_moves_once_a_day() -> None:
    service_id, now = a_service(), clock.now()
    assert told(service_id).places == NOT_KNOWN

    set_places(SYSTEM, service_id=service_id, places_left=2, as_of=now)
    assert told(service_id).places == 2
    set_places(SYSTEM, service_id=service_id, places_left=0, as_of=now)

    assert told(service_id).places == 2


def test_places_that_nobody_told_for_30_days_are_not_known_any_more() -> None:
    service_id = a_service()
    set_places(SYSTEM, service_id=service_id, places_left=9, as_of=clock.now())
    before = SearchRecord.objects.get().sequence

    with clock.at(clock.now() + timedelta(days=29)):
        assert refresh_search_records(SYSTEM) == 0
    with clock.at(clock.now() + timedelta(days=31)):
        assert refresh_search_records(SYSTEM) == 1
        assert refresh_search_records(SYSTEM) == 0

    assert told(service_id).places == NOT_KNOWN
    assert SearchRecord.objects.get().sequence > before


def test_a_shelter_that_does_not_show_places_tells_none() -> None:
    service_id = a_service(details=ServiceDetails(shows_places=False))

    set_places(SYSTEM, service_id=service_id, places_left=9, as_of=clock.now())

    assert told(service_id).places == NOT_KNOWN


def test_agreed_routes_say_that_it_takes_referrals() -> None:
    service_id = a_service()

    for routes, is_told in ((2, True), (0, False)):
        set_service_signal(
            SYSTEM,
            service_id=service_id,
            tier=SignalTier.AGREED,
            answered_in=AnsweredIn(days=1, answers=20, usual_days=1),
            agreed_routes=routes,
        )
        assert ("referrals-taken" in told(service_id).facts) is is_told


def test_a_confirmed_listing_is_trusted_more() -> None:
    service_id = a_service()
    before = told(service_id).quality

    confirm_listing(SYSTEM, service_id=service_id, how=ConfirmedHow.BY_PHONE)

    assert told(service_id).quality > before + 0.5


def test_a_closed_one_is_paused_and_one_that_is_no_more_is_gone_without_a_word() -> None:
    service_id = a_service("Sewing circle")

    become(service_id, ServiceStatus.TEMPORARILY_CLOSED)
    assert told(service_id).is_paused
    become(service_id, ServiceStatus.DEFUNCT)

    row = SearchRecord.objects.get(pk=service_id)
    assert (row.is_gone, row.document) == (True, "")
    become(service_id, ServiceStatus.ACTIVE)
    assert words(service_id)["sewing"] == 8


def become(service_id: UUID, status: ServiceStatus) -> None:
    Service.objects.filter(pk=service_id).update(status=status)
    write_search_documents([service_id])


def test_each_write_has_a_higher_number() -> None:
    first, second = a_service("One"), a_service("Two")
    numbers = [SearchRecord.objects.get(pk=one).sequence for one in (first, second)]

    write_search_documents([first, second])

    assert numbers[0] < numbers[1] < SearchState.objects.get().sequence
    assert set(SearchRecord.objects.values_list("sequence", flat=True)) == {
        SearchState.objects.get().sequence
    }


def test_telling_takes_as_many_statements_for_many_as_for_few(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    ids = [a_service(f"Hall {number}", details=at(a_place())) for number in range(30)]

    with django_assert_max_num_queries(24):
        write_search_documents(ids)


def test_an_edited_listing_is_told_at_once() -> None:
    service_id = a_service("Old name")

    edit_listing(
        SYSTEM,
        kind=ListingKind.SERVICE,
        listing_id=service_id,
        typed={"name": "New name"},
        seen={"name": mark_of_text("Old name")},
        how=ChangedHow.EDIT,
        is_confidential=False,
    )

    assert "old" not in words(service_id)
    assert "new" in words(service_id)


def at_hall(name: str, *, latitude: float = 51.5, hall: str = "hall") -> dict[str, Json]:
    place: dict[str, Json] = {
        "id": source_id(hall),
        "location_type": "physical",
        "latitude": latitude,
        "longitude": -0.1,
    }
    return hsds_service(name, service_at_locations=[{"id": source_id(f"{name} there"), "location": place}])


def named(name: str) -> Document:
    return told(Service.objects.get(name=name).pk)


def test_a_place_that_moved_is_told_for_every_service_there() -> None:
    taken_in(at_hall("Lunch"), at_hall("Tea"))

    taken_in(at_hall("Tea", latitude=51.6))

    assert [named(one).sites[0].latitude for one in ("Lunch", "Tea")] == [51.6, 51.6]


def test_an_organisation_that_is_called_otherwise_is_told_for_all_its_services() -> None:
    taken_in(hsds_service("Lunch"), hsds_service("Tea"))
    organization: dict[str, Json] = {"id": source_id("Riverside Trust"), "name": "Hillside"}

    taken_in(hsds_service("Tea", organization=organization))

    assert "hillside" in dict(named("Lunch").words)


def test_a_point_that_turns_out_to_stand_in_for_many_is_no_point_any_more() -> None:
    taken_in(*(at_hall(f"S{number}", hall=f"hall {number}") for number in range(5)))
    assert named("S0").sites

    taken_in(*(at_hall(f"S{number}", hall=f"hall {number}") for number in range(6)))

    assert not any(named(f"S{number}").sites for number in range(6))
