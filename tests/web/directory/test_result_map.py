"""The map of results: where pins stand, which are drawn as one, what it says in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.directory.views_of import MapPoint
from kith.web.directory.map_words import direction_words, where_words
from kith.web.directory.result_map import HEIGHT, WIDTH, label_of, length_words, result_map

TOWN = MapPoint(52.95, -1.15)
POINTS = st.builds(MapPoint, st.floats(-89.9, 89.9), st.floats(-180, 180))


def north_of(km: float) -> MapPoint:
    return MapPoint(TOWN.latitude + km / 111.195, TOWN.longitude)


def test_without_a_point_there_is_no_map() -> None:
    assert result_map([], centre=TOWN) is None


def test_one_point_alone_says_nothing_and_is_not_drawn() -> None:
    assert result_map([(1, TOWN), (2, TOWN)], centre=None) is None
    assert result_map([(1, TOWN)], centre=TOWN) is not None


def test_north_is_up_and_east_is_right() -> None:
    drawn = result_map([(1, north_of(2)), (2, MapPoint(TOWN.latitude, TOWN.longitude + 0.03))], centre=TOWN)

    assert drawn is not None
    assert drawn.middle is not None
    north, east = drawn.pins
    assert north.x == drawn.middle[0]
    assert north.y < drawn.middle[1]
    assert east.x > drawn.middle[0]


def test_the_bar_is_as_long_as_it_says() -> None:
    drawn = result_map([(1, TOWN), (2, north_of(10))], centre=None)

    assert drawn is not None
    pixels_a_km = (drawn.pins[0].y - drawn.pins[1].y) / 10
    assert drawn.bar_words == "2 km"
    assert drawn.bar_px == pytest.approx(2 * pixels_a_km, abs=0.5)


def test_places_too_close_to_tell_apart_are_one_pin_with_their_numbers() -> None:
    drawn = result_map([(1, TOWN), (2, north_of(5)), (3, north_of(0.01))], centre=None)

    assert drawn is not None
    assert [pin.label for pin in drawn.pins] == ["1, 3", "2"]


@pytest.mark.parametrize(
    ("numbers", "label"), [([3], "3"), ([1, 4], "1, 4"), ([1, 2, 3, 4], "1–4"), ([1, 3, 15, 17], "1 +3")]
)
def test_labels_stay_short(numbers: list[int], label: str) -> None:
    assert label_of(numbers) == label


def test_over_the_date_line_it_goes_the_short_way() -> None:
    drawn = result_map([(1, MapPoint(-17.0, 179.99)), (2, MapPoint(-17.0, -179.99))], centre=None)

    assert drawn is not None
    assert drawn.pins[0].x < drawn.pins[1].x
    assert drawn.bar_words == "500 m"


@given(points=st.lists(POINTS, min_size=1, max_size=20), centre=st.none() | POINTS)
def test_every_pin_is_on_the_map_wherever_the_places_are(
    points: list[MapPoint], centre: MapPoint | None
) -> None:
    drawn = result_map(list(enumerate(points, start=1)), centre=centre)

    for pin in drawn.pins if drawn else ():
        assert 0 <= pin.left <= pin.left + pin.width <= WIDTH + 0.2
        assert 0 <= pin.y <= HEIGHT


@pytest.mark.parametrize(
    ("up", "across", "words"),
    [
        (1, 0, "to the north"),
        (1, 1.66, "to the north-east"),
        (0, -1, "to the west"),
        (-1, 0.01, "to the south"),
    ],
)
def test_directions_are_said_in_words(up: float, across: float, words: str) -> None:
    point = MapPoint(TOWN.latitude + up / 100, TOWN.longitude + across / 100)

    assert direction_words(TOWN, point) == words


def test_where_it_is_is_said_only_around_a_place_that_was_asked() -> None:
    assert where_words(north_of(2), None, None) == ""
    assert where_words(north_of(2), TOWN, 2.0) == "2.0 km to the north"
    assert where_words(TOWN, TOWN, 0.0) == "right there"


@pytest.mark.parametrize(("km", "words"), [(0.2, "200 m"), (1, "1 km"), (500, "500 km")])
def test_lengths_are_round(km: float, words: str) -> None:
    assert length_words(km) == words
