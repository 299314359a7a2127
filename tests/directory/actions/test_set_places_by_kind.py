"""Places told apart by what they are counted in and whom they are for."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import BadInput, Denied
from kith.core.viewer import Role, Viewer
from kith.directory.actions.give_back_place import give_back_place
from kith.directory.actions.refresh_places_bands import refresh_places_bands
from kith.directory.actions.set_places import set_places
from kith.directory.actions.set_places_by_kind import ToldPlaces, set_places_by_kind
from kith.directory.actions.take_place import take_place
from kith.directory.errors import NoPlacesLeft
from kith.directory.models import PlacesOfKind, Service
from kith.directory.queries.places_by_kind import places_by_kind
from kith.directory.records import ServiceDetails
from kith.directory.seeds.reading import own_codes
from kith.directory.terms import PlacesFor, PlacesUnit
from tests.factories.core import staff
from tests.factories.directory import NOBODY, SYSTEM, a_service, an_organization, coordinator_of

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def beds(places_for: PlacesFor, left: int) -> ToldPlaces:
    return ToldPlaces(PlacesUnit.BEDS, places_for, left)


def tell(service_id: UUID, *told: ToldPlaces, at: datetime = NOON, viewer: Viewer = SYSTEM) -> None:
    with clock.at(at):
        set_places_by_kind(viewer, service_id=service_id, told=told, as_of=at)


def seen(viewer: Viewer, service_id: UUID, at: datetime = NOON) -> list[tuple[str, str, int | None]]:
    with clock.at(at):
        lines = places_by_kind(viewer, service_id=service_id)
    return [(line.places_for.value, line.band.value, line.places_left) for line in lines]


def lefts() -> dict[str, int | None]:
    return dict(PlacesOfKind.objects.values_list("places_for", "places_left"))


def test_everybody_reads_bands_and_only_those_who_may_know_it_the_figure() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)
    tell(service_id, beds(PlacesFor.FAMILIES, 0), beds(PlacesFor.WOMEN, 2), viewer=coordinator_of(own))

    assert seen(NOBODY, service_id) == [("women", "few", None), ("families", "full", None)]
    assert seen(coordinator_of(own), service_id) == [("women", "few", 2), ("families", "full", 0)]
    assert seen(coordinator_of(an_organization()), service_id)[0] == ("women", "few", None)


def test_the_services_own_figure_is_their_sum_and_told_alone_it_ends_the_kinds() -> None:
    service_id = a_service()
    tell(service_id, beds(PlacesFor.WOMEN, 2), beds(PlacesFor.MEN, 5))
    assert Service.objects.get().places_left == 7

    set_places(SYSTEM, service_id=service_id, places_left=3, as_of=clock.now())

    assert seen(SYSTEM, service_id) == []
    assert lefts() == {"women": None, "men": None}


def test_a_band_of_a_kind_moves_once_a_day_also_when_the_kind_was_taken_away_between() -> None:
    service_id, later = a_service(), NOON + timedelta(hours=2)
    tell(service_id, beds(PlacesFor.WOMEN, 9))
    tell(service_id, beds(PlacesFor.MEN, 1), at=later)

    tell(service_id, beds(PlacesFor.WOMEN, 0), at=later)

    assert seen(NOBODY, service_id, later) == [("women", "places", None)]
    with clock.at(NOON + timedelta(days=1)):
        assert refresh_places_bands(SYSTEM) == 2
    assert seen(NOBODY, service_id, NOON + timedelta(days=1)) == [("women", "full", None)]


def test_a_kind_told_later_on_a_day_says_nothing_new_before_the_next() -> None:
    service_id = a_service()
    with clock.at(NOON - timedelta(hours=4)):
        set_places(SYSTEM, service_id=service_id, places_left=0, as_of=clock.now())

    tell(service_id, beds(PlacesFor.WOMEN, 2))
    assert seen(NOBODY, service_id) == []

    tell(service_id, beds(PlacesFor.WOMEN, 2), at=NOON + timedelta(days=1))
    assert seen(NOBODY, service_id, NOON + timedelta(days=1)) == [("women", "few", None)]


def test_a_shelter_shows_none_and_an_old_figure_is_not_shown() -> None:
    shelter, old = a_service(details=ServiceDetails(shows_places=False)), a_service("Old")
    for service_id in (shelter, old):
        tell(service_id, beds(PlacesFor.WOMEN, 9))

    assert seen(NOBODY, shelter) == []
    assert seen(NOBODY, old, NOON + timedelta(days=31)) == []
    assert seen(SYSTEM, old, NOON + timedelta(days=31)) == [("women", "not_known", 9)]


def test_a_yes_takes_from_the_kind_that_is_left_and_not_from_one_of_several() -> None:
    service_id = a_service()
    tell(service_id, beds(PlacesFor.WOMEN, 1), beds(PlacesFor.MEN, 0))

    take_place(SYSTEM, service_id=service_id)
    assert lefts() == {"women": 0, "men": 0}
    with pytest.raises(NoPlacesLeft):
        take_place(SYSTEM, service_id=service_id)

    tell(service_id, beds(PlacesFor.WOMEN, 1), beds(PlacesFor.MEN, 1))
    take_place(SYSTEM, service_id=service_id)
    assert (lefts(), Service.objects.get().places_left) == ({"women": 1, "men": 1}, 1)


def test_what_is_given_back_goes_to_the_only_kind() -> None:
    service_id = a_service()
    tell(service_id, beds(PlacesFor.WOMEN, 1))
    take_place(SYSTEM, service_id=service_id)

    give_back_place(SYSTEM, service_id=service_id)

    assert (lefts(), Service.objects.get().places_left) == ({"women": 1}, 1)


@pytest.mark.parametrize(
    "told",
    [
        (),
        (beds(PlacesFor.MEN, 1), beds(PlacesFor.MEN, 2)),
        (beds(PlacesFor.MEN, -1), beds(PlacesFor.WOMEN, 5)),
    ],
)
def test_no_kind_a_kind_twice_and_an_impossible_figure_are_not_taken(told: tuple[ToldPlaces, ...]) -> None:
    service_id = a_service()

    with pytest.raises(BadInput):
        tell(service_id, *told)

    assert Service.objects.get().places_left is None
    assert not PlacesOfKind.objects.exists()


def test_only_those_who_keep_the_listing_tell_them() -> None:
    service_id = a_service()

    for viewer in (NOBODY, coordinator_of(an_organization()), staff(Role.NAVIGATOR)):
        with pytest.raises(Denied):
            tell(service_id, beds(PlacesFor.MEN, 1), viewer=viewer)


def test_the_code_lists_are_those_of_the_published_taxonomy() -> None:
    codes = set(own_codes())

    assert {code for code in codes if code.startswith("unit-")} == {f"unit-{one}" for one in PlacesUnit}
    assert {code for code in codes if code.startswith("population-")} == {
        f"population-{one}" for one in PlacesFor
    }
