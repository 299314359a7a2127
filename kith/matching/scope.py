"""Where a question looks: ranges of slots that propose, and the test that decides."""

from dataclasses import dataclass

import numpy as np

from kith.matching.generation import Generation
from kith.matching.layout import F8, I4, I8, Bools
from kith.matching.places import Point, box_ranges, circle_ranges, distances, in_box, point_of
from kith.matching.questions import Box, Circle, Where

NOWHERE_KM = -1.0
"""A radius that holds nothing: of a circle around an impossible point."""


@dataclass(frozen=True, slots=True)
class Scope:
    """`bounds`: first and last of each range, ascending. `is_all`: every slot, nothing to test.

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
            inside = np.flatnonzero(km <= self.km)
            return inside, km.take(inside)
        if self.box is not None:
            return np.flatnonzero(in_box(self.box, arrays.lat.take(slots), arrays.lon.take(slots))), None
        return np.arange(len(slots)), None


def scope_of(generation: Generation, where: Where) -> Scope:
    """Where to look in this generation."""
    shape, arrays = generation.shape, generation.arrays
    point, km, box = None, 0.0, None
    first, last = np.zeros(1, np.int32), np.full(1, shape.mapped, np.int32)
    if isinstance(where.shape, Circle):
        point = point_of(where.shape)
        km = where.shape.km if point else NOWHERE_KM
        first, last = circle_ranges(point or Point(0.0, 0.0), km, arrays.key)
    if isinstance(where.shape, Box):
        box = where.shape
        first, last = box_ranges(box, arrays.key)
    is_asked = where.shape is not None or bool(where.areas)
    served = _served(generation, where.areas) if is_asked and where.is_placeless_in else None
    bounds = _bounds(generation, first, last, served, is_placeless_in=where.is_placeless_in)
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


def _bounds(
    generation: Generation, first: I4, last: I4, served: Bools | None, *, is_placeless_in: bool
) -> I4:
    """The ranges that are not empty, with the blocks without a point behind them."""
    shape = generation.shape
    end = shape.slots if served is None or served.any() else shape.anywhere
    if is_placeless_in and end > shape.mapped:
        first, last = np.append(first, shape.mapped), np.append(last, end)
    at = (first < last).nonzero()[0]
    bounds = np.empty(2 * len(at), np.int32)
    bounds[0::2], bounds[1::2] = first.take(at), last.take(at)
    return bounds
