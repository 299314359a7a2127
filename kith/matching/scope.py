"""Where a question looks: ranges of slots that propose, and the test that decides."""

from typing import NamedTuple

import numpy as np

from kith.matching.generation import Generation
from kith.matching.layout import F8, I4, I8, Bools
from kith.matching.places import Point, box_ranges, circle_ranges, distances, in_box, point_of
from kith.matching.questions import Box, Circle, Where

NOWHERE_KM = -1.0
"""A radius that holds nothing: of a circle around an impossible point."""


class Scope(NamedTuple):
    """`bounds`: first and last of each range, ascending, some empty. `is_all`: every slot, nothing to test.

    `served`: for each slot of the last block whether it serves the place; None where that does not matter.
    """

    generation: Generation
    bounds: I4
    point: Point | None
    km: float
    box: Box | None
    served: Bools | None
    is_all: bool
    is_placeless_in: bool

    def slots(self) -> I8:
        """All slots of the ranges."""
        first, last = self.bounds[0::2], self.bounds[1::2]
        return np.concatenate([np.arange(0), *map(np.arange, first.tolist(), last.tolist())])

    def test(self, slots: I8) -> tuple[I8 | None, F8 | None]:
        """Which positions of these ascending slots are within (None: all), and how far those are.

        Distances are NaN where there is no point, and None without a circle.
        """
        if self.is_all:
            return None, None
        shape = self.generation.shape
        if shape.mapped == shape.slots:
            return self._on_map(slots)
        mapped, anywhere = slots.searchsorted((shape.mapped, shape.anywhere)).tolist()
        inside, km = self._on_map(slots[:mapped])
        if mapped == len(slots) or not self.is_placeless_in:
            return inside, km
        bound = slots[anywhere:]
        serving = (
            np.arange(len(bound)) if self.served is None else self.served[bound - shape.anywhere].nonzero()[0]
        )
        kept = np.concatenate((inside, np.arange(mapped, anywhere), serving + anywhere))
        return kept, None if km is None else np.concatenate((km, np.full(len(kept) - len(km), np.nan)))

    def _on_map(self, slots: I8) -> tuple[I8, F8 | None]:
        arrays = self.generation.arrays
        if self.km == NOWHERE_KM:
            return slots[:0], np.empty(0)
        if self.point is not None:
            km = distances(self.point, arrays.lat.take(slots), arrays.lon.take(slots))
            inside = (km <= self.km).nonzero()[0]
            return inside, km.take(inside)
        if self.box is not None:
            return in_box(self.box, arrays.lat.take(slots), arrays.lon.take(slots)).nonzero()[0], None
        return np.arange(len(slots)), None


def scope_of(generation: Generation, where: Where) -> Scope:
    """Where to look in this generation."""
    shape, arrays = generation.shape, generation.arrays
    point, km, box = None, 0.0, None
    if isinstance(where.shape, Circle):
        point = point_of(where.shape)
        km = where.shape.km if point else NOWHERE_KM
        bounds = circle_ranges(point or Point(0.0, 0.0), km, arrays.key)
    elif isinstance(where.shape, Box):
        box = where.shape
        bounds = box_ranges(box, arrays.key)
    else:
        bounds = np.array((0, shape.mapped), np.int32)
    is_asked = where.shape is not None or bool(where.areas)
    served = None
    if where.is_placeless_in and shape.mapped < shape.slots:
        served = _served(generation, where.areas) if is_asked else None
        bounds = np.append(bounds, _placeless(generation, served))
    is_all = not is_asked and where.is_placeless_in
    return Scope(
        generation, bounds, point, km, box, served, is_all=is_all, is_placeless_in=where.is_placeless_in
    )


def _served(generation: Generation, areas: tuple[str, ...]) -> Bools:
    shape, arrays = generation.shape, generation.arrays
    found = np.zeros(shape.slots - shape.anywhere, np.bool_)
    for area in areas:
        number = generation.numbers.areas.get(area)
        if number is not None:
            first, last = arrays.areastart[number], arrays.areastart[number + 1]
            found[arrays.areaslot[first:last] - shape.anywhere] = True
    return found


def _placeless(generation: Generation, served: Bools | None) -> I4:
    """The range of those without a point; without the last block where none of it serves the place."""
    shape = generation.shape
    end = shape.slots if served is None or served.any() else shape.anywhere
    return np.array((shape.mapped, end), np.int32)
