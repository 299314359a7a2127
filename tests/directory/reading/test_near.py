import pytest
from django.db.models import Q

from kith.directory.models import Address
from kith.directory.reading.near import Spot, kilometres, resolve_place
from tests.factories.directory import a_place, a_service, at

pytestmark = pytest.mark.django_db


def test_the_distance_is_the_great_circle() -> None:
    london = Spot("London", 51.5074, -0.1278, Q())

    assert kilometres(london, 48.8566, 2.3522) == pytest.approx(343.6, abs=0.5)
    assert kilometres(london, 51.5074, -0.1278) == 0


def test_a_town_stands_in_the_middle_of_its_places() -> None:
    a_service(details=at(a_place(50.0, -1.0)))
    a_service(details=at(a_place(52.0, -3.0)))

    spot = resolve_place("NORTHGATE")

    assert spot is not None
    assert (spot.name, spot.latitude, spot.longitude) == ("Northgate", 51.0, -2.0)


def test_a_postcode_is_found_however_it_is_written() -> None:
    a_service(details=at(a_place(50.0, -1.0, postal_code="NG1 5AA")))

    assert resolve_place("ng15aa") is not None
    assert resolve_place("NG1") is not None
    assert resolve_place("NG9 9ZZ") is None


def test_an_unknown_zip_code_stands_for_those_that_begin_alike() -> None:
    a_service(details=at(a_place(42.4, -71.1, postal_code="02141", city="Cambridge")))

    spot = resolve_place("Cambridge 02139")

    assert spot is not None
    assert spot.name == "021"


def test_of_two_towns_with_one_name_the_larger_or_the_named_state_counts() -> None:
    for _ in range(2):
        a_service(details=at(a_place(39.9, -83.0, city="Springfield", state="OH")))
    a_service(details=at(a_place(42.1, -72.6, city="Springfield", state="MA")))

    larger, named = resolve_place("Springfield"), resolve_place("springfield, ma")

    assert larger is not None
    assert named is not None
    assert (larger.latitude, named.latitude) == (39.9, 42.1)


def test_a_confidential_place_never_says_where_its_town_is() -> None:
    a_service(details=at(a_place(50.0, -1.0, city="Hidden", is_confidential=True)))

    assert Address.objects.filter(city="Hidden").exists()
    assert resolve_place("Hidden") is None


def test_a_stand_in_point_is_not_used() -> None:
    a_service(details=at(a_place(40.7, -74.0, city="Queens", is_point_trusted=False)))

    assert resolve_place("Queens") is None


@pytest.mark.parametrize("typed", ["", "   ", ",", "%", "'; drop table", "😀"])
def test_what_is_no_place_is_not_found(typed: str) -> None:
    assert resolve_place(typed) is None
