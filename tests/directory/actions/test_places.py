"""Setting, taking and giving back places, and the band that the public sees."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.core import clock
from kith.core.errors import BadInput, Denied, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.directory.actions.give_back_place import give_back_place
from kith.directory.actions.refresh_places_bands import refresh_places_bands
from kith.directory.actions.set_places import MOST_PLACES, set_places
from kith.directory.actions.take_place import take_place
from kith.directory.errors import NoPlacesLeft
from kith.directory.models import Service
from kith.directory.terms import PlacesBand, PlaceTaken
from tests.factories.core import staff
from tests.factories.directory import NOBODY, SYSTEM, a_service, an_organization, coordinator_of

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def row() -> Service:
    return Service.objects.get()


def test_a_coordinator_tells_how_many_places_are_left() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)

    with clock.at(NOON):
        set_places(coordinator_of(own), service_id=service_id, places_left=7, as_of=NOON)

    assert (row().places_left, row().places_as_of, row().places_band) == (7, NOON, PlacesBand.PLACES)
    event = Event.objects.filter(kind="directory.places_set").get()
    assert event.payload == {"places_left": 7, "as_of": NOON.isoformat()}
    assert event.organization_id == own


def test_the_public_band_moves_once_a_day_though_the_figure_moves_at_once() -> None:
    service_id = a_service()
    with clock.at(NOON):
        set_places(SYSTEM, service_id=service_id, places_left=9, as_of=NOON)

    with clock.at(NOON + timedelta(hours=3)):
        set_places(SYSTEM, service_id=service_id, places_left=0, as_of=NOON + timedelta(hours=3))
        assert (row().places_left, row().places_band) == (0, PlacesBand.PLACES)
        assert refresh_places_bands(SYSTEM) == 0
    with clock.at(NOON + timedelta(days=1)):
        assert refresh_places_bands(SYSTEM) == 1
        assert refresh_places_bands(SYSTEM) == 0

    assert row().places_band == PlacesBand.FULL


@pytest.mark.parametrize(("places_left", "field"), [(-1, "places_left"), (MOST_PLACES + 1, "places_left")])
def test_an_impossible_figure_is_not_taken(places_left: int, field: str) -> None:
    with pytest.raises(BadInput) as error:
        set_places(SYSTEM, service_id=a_service(), places_left=places_left, as_of=NOON)

    assert error.value.field == field
    assert row().places_left is None


def test_a_figure_from_the_future_is_not_taken() -> None:
    with clock.at(NOON), pytest.raises(BadInput):
        set_places(SYSTEM, service_id=a_service(), places_left=1, as_of=NOON + timedelta(seconds=1))


def test_only_those_who_keep_the_listing_set_places() -> None:
    service_id = a_service()

    for viewer in (NOBODY, coordinator_of(an_organization()), staff(Role.NAVIGATOR)):
        with pytest.raises(Denied):
            set_places(viewer, service_id=service_id, places_left=1, as_of=NOON)


def test_the_last_place_is_taken_once() -> None:
    service_id = a_service()
    set_places(SYSTEM, service_id=service_id, places_left=1, as_of=clock.now())

    assert take_place(SYSTEM, service_id=service_id) == PlaceTaken.TAKEN
    with pytest.raises(NoPlacesLeft):
        take_place(SYSTEM, service_id=service_id)

    assert row().places_left == 0
    assert Event.objects.filter(kind="directory.place_taken").count() == 1


def test_no_figure_is_not_full() -> None:
    service_id = a_service()

    assert take_place(SYSTEM, service_id=service_id) == PlaceTaken.NOT_KNOWN
    assert give_back_place(SYSTEM, service_id=service_id) == PlaceTaken.NOT_KNOWN

    assert row().places_left is None
    assert not Event.objects.filter(kind__startswith="directory.place_").exists()


def test_a_place_that_is_given_back_can_be_taken_again() -> None:
    service_id = a_service()
    set_places(SYSTEM, service_id=service_id, places_left=1, as_of=clock.now())
    take_place(SYSTEM, service_id=service_id)

    give_back_place(SYSTEM, service_id=service_id)

    assert take_place(SYSTEM, service_id=service_id) == PlaceTaken.TAKEN


def test_a_nameless_visitor_moves_no_place() -> None:
    service_id = a_service()

    with pytest.raises(Denied):
        take_place(NOBODY, service_id=service_id)
    with pytest.raises(Denied):
        give_back_place(NOBODY, service_id=service_id)
    with pytest.raises(NotFound):
        take_place(SYSTEM, service_id=uuid7())
