from datetime import UTC, datetime, timedelta

import pytest

from kith.core import clock
from kith.directory.models import Service
from kith.directory.places import band_of, may_change_band, public_band
from kith.directory.terms import PlacesBand

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "band"),
    [(None, PlacesBand.NOT_KNOWN), (0, PlacesBand.FULL), (3, PlacesBand.FEW), (4, PlacesBand.PLACES)],
)
def test_the_band_hides_the_figure(left: int | None, band: PlacesBand) -> None:
    assert band_of(left) == band


def test_a_figure_older_than_thirty_days_is_not_known() -> None:
    service = Service(places_left=9, places_band=PlacesBand.PLACES, places_as_of=NOON)

    with clock.at(NOON + timedelta(days=30)):
        assert public_band(service) == PlacesBand.PLACES
    with clock.at(NOON + timedelta(days=31)):
        assert public_band(service) == PlacesBand.NOT_KNOWN


def test_a_shelter_shows_no_places() -> None:
    service = Service(places_left=9, places_band=PlacesBand.PLACES, places_as_of=NOON, shows_places=False)

    with clock.at(NOON):
        assert public_band(service) == PlacesBand.NOT_KNOWN


def test_the_band_may_change_once_a_day_where_the_site_is() -> None:
    late_in_new_york = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)

    with clock.at(late_in_new_york):
        assert not may_change_band(NOON, "America/New_York")
        assert may_change_band(NOON, "UTC")
        assert may_change_band(None, "UTC")
