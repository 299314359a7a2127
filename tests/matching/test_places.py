"""Circles, boxes and areas, to the ends of the earth."""

from math import inf, nan
from random import Random

import numpy as np
import pytest

from kith.matching.documents import Site
from kith.matching.places import Point, circle_ranges, distances, keys, point_of, stored_longitudes
from kith.matching.questions import Box, Circle, Order, Where
from tests.matching.small import asked, index, numbers, service

HARD = (
    (0.0, 0.0),
    (90.0, 0.0),
    (-90.0, 5.0),
    (89.99, 12.0),
    (10.0, 180.0),
    (10.0, -180.0),
    (-16.5, 179.99),
    (52.0, 13.0),
)


def at(number: int, latitude: float, longitude: float, words: tuple = (), **more: object):
    text = " ".join(f"{word}*{weight}" for word, weight in words)
    return service(number, text, sites=(Site(latitude, longitude),), **more)


def near(latitude: float, longitude: float, km: float):
    """In order of ids."""
    return asked(where=around(latitude, longitude, km), order=Order.TEXT)


def around(latitude: float, longitude: float, km: float, **more: object) -> Where:
    return Where(Circle(latitude, longitude, km), **more)


@pytest.mark.parametrize("centre", HARD)
@pytest.mark.parametrize("km", [0.0, 0.3, 8.0, 120.0, 3000.0, 9000.0, 15_000.0, 20_016.0, 1e9, inf])
def test_ranges_hold_everything_within_and_no_slot_twice(centre, km) -> None:
    random = Random(4)
    scattered = [(min(90, max(-90, a + random.gauss(0, s))), (b + random.gauss(0, s) + 540) % 360 - 180)
              for a, b in HARD for s in (0.001, 0.05, 1, 30) for _one in range(20)]  # fmt: skip
    lat, lon = np.array([*scattered, *HARD], np.float32).T
    lon = stored_longitudes(lon)
    order = np.argsort(keys(lat, lon))
    lat, lon = lat[order], lon[order]
    point = point_of(Circle(*centre, km))

    ranges = circle_ranges(point, km, keys(lat, lon)).reshape(-1, 2)

    held = [slot for first, last in ranges for slot in range(first, last)]
    assert held == sorted(set(held))
    assert set(np.flatnonzero(distances(point, lat, lon) <= km)) <= set(held)


def test_a_small_circle_is_a_few_ranges() -> None:
    lat, lon = np.meshgrid(np.arange(50, 53, 0.01, np.float32), np.arange(12, 15, 0.01, np.float32))
    order = np.argsort(keys(lat.ravel(), lon.ravel()))
    ranges = circle_ranges(Point(51.5, 13.5), 10, keys(lat.ravel()[order], lon.ravel()[order])).reshape(-1, 2)

    assert len(ranges) <= 6
    assert np.diff(ranges).sum() < 0.02 * lat.size


def test_the_edge_of_the_circle_belongs_to_it() -> None:
    km = float(distances(Point(0.0, 0.0), np.array([0.5], np.float32), np.array([0.5], np.float32))[0])

    assert numbers(index(at(1, 0.5, 0.5)).search(asked(where=around(0, 0, km)))) == [1]
    assert numbers(index(at(1, 0.5, 0.5)).search(asked(where=around(0, 0, np.nextafter(km, 0))))) == []


def test_a_radius_of_nothing_finds_what_is_right_there() -> None:
    some = index(at(1, 51.123, -0.456), at(2, 51.1231, -0.456))

    found = some.search(asked(where=around(51.123, -0.456, 0)))

    assert [(hit.id.int, hit.km) for hit in found.hits] == [(1, 0.0)]


def test_across_the_date_line_and_over_the_pole() -> None:
    some = index(
        at(1, 10, 179.9), at(2, 10, -179.9), at(3, 10, 180), at(4, 89.9, 0), at(5, 89.9, 180), at(6, 0, 0)
    )

    assert numbers(some.search(near(10, 179.95, 30))) == [1, 2, 3]
    assert numbers(some.search(near(10, -180, 30))) == [1, 2, 3]
    assert numbers(some.search(near(89.95, 90, 40))) == [4, 5]
    assert numbers(some.search(near(90, 0, 40))) == [4, 5]


def test_a_longitude_may_be_counted_on_round_the_earth() -> None:
    assert numbers(index(at(1, 10, -170)).search(asked(where=around(10, 190, 1)))) == [1]


@pytest.mark.parametrize(
    "circle", [(91, 0, 5), (nan, 0, 5), (0, nan, 5), (0, inf, 5), (0, 0, -1), (0, 0, nan)]
)
def test_a_circle_that_cannot_be_holds_nothing_but_what_has_no_place(circle) -> None:
    some = index(at(1, 0, 0), service(2))

    assert numbers(some.search(asked(where=Where(Circle(*circle))))) == [2]
    assert numbers(some.search(asked(where=Where(Circle(*circle), is_placeless_in=False)))) == []


@pytest.mark.parametrize(
    ("box", "inside"),
    [
        (Box(-1, -1, 1, 1), [1]),
        (Box(170, 0, -170, 20), [2, 3]),
        (Box(170, 0, 180, 20), [2, 3]),
        (Box(-180, 0, -170, 20), [3]),
        (Box(0, 0, 0, 0), [1]),
        (Box(-180, -90, 180, 90), [1, 2, 3, 4]),
        (Box(-500, -90, 500, 90), [1, 2, 3, 4]),
        (Box(530, 0, 550, 20), [2, 3]),
        (Box(-1, 1, 1, -1), []),
        (Box(nan, 0, 1, 1), []),
        (Box(0, nan, 1, 1), []),
        (Box(0, -inf, inf, inf), []),
    ],
)
def test_boxes(box, inside) -> None:
    some = index(at(1, 0, 0), at(2, 10, 175), at(3, 10, 180), at(4, -90, 50), service(5))

    assert numbers(some.search(asked(where=Where(box, is_placeless_in=False)))) == inside


def test_what_has_no_place_answers_where_it_serves() -> None:
    some = index(service(1), service(2, areas=("county",)), service(3, areas=("other", "town")), at(4, 0, 0))

    def found(where: Where) -> list[int]:
        return sorted(numbers(some.search(asked(where=where))))

    assert found(Where()) == [1, 2, 3, 4]
    assert found(Where(is_placeless_in=False)) == [4]
    assert found(Where(areas=("county",))) == [1, 2, 4]
    assert found(around(50, 50, 5)) == [1]
    assert found(around(50, 50, 5, areas=("county", "town", "unheard-of"))) == [1, 2, 3]
    assert found(around(0, 0, 5, areas=("town",))) == [1, 3, 4]
    assert found(around(0, 0, 5, areas=("town",), is_placeless_in=False)) == [4]


def test_the_place_of_words_and_of_all_is_the_same() -> None:
    some = index(
        *(at(number, 0, number / 100, words=(("w", 1),)) for number in range(50)),
        service(90, "w"), service(91, "w", areas=("a",)), service(92, "w", areas=("b",)),
    )  # fmt: skip

    for where in (
        around(0, 0.2, 10),
        around(0, 0.2, 10, areas=("b",)),
        Where(Box(0, 0, 0.1, 0)),
        Where(areas=("a",)),
    ):
        said, all_there = (
            some.search(asked("w", where=where, limit=99)),
            some.search(asked(where=where, limit=99)),
        )
        assert sorted(numbers(said)) == sorted(numbers(all_there))
        assert said.total == all_there.total > 1


def test_a_service_of_many_places_is_counted_once_with_its_best() -> None:
    chain = service(1, "food", sites=tuple(Site(0, place / 10) for place in range(9)))

    found = index(chain, at(2, 0, 0.35, words=(("food", 1),))).search(
        asked("food", where=around(0, 0.31, 50))
    )

    assert (found.total, numbers(found)) == (2, [1, 2])
    assert found.hits[0].km == pytest.approx(1.11, abs=0.01)


def test_the_nearest_come_first_then_those_without_a_place() -> None:
    some = index(service(1, "w*9"), at(2, 0, 2), at(3, 0, 1), at(4, 0, 3))

    found = some.search(asked(where=around(0, 0, 2000), order=Order.NEAR))

    assert numbers(found) == [3, 2, 4, 1]
    assert found.hits[-1].km is None


def test_of_two_as_good_the_nearer_comes_first_but_words_weigh_more() -> None:
    some = index(
        at(1, 0, 0.4, words=(("food", 1), ("x", 1))), at(2, 0, 0.1, words=(("food", 1), ("x", 1))),
        at(3, 0, 0.2, words=(("food", 9), ("x", 1))),
    )  # fmt: skip

    assert numbers(some.search(asked("food", where=around(0, 0, 50)))) == [3, 2, 1]
