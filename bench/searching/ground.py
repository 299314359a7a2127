"""Where things are: towns in a county, metros in a region or in a country, by the size of a directory."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.searching.words import falling

SCATTERED = 0.15
Degrees = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ground:
    """Centres with their share of all places, how far places lie from them, and the box of it all."""

    south: float
    north: float
    west: float
    east: float
    centres: Degrees
    shares: Degrees
    spread: Degrees
    scattered: float

    def places(self, draw: np.random.Generator, count: int) -> tuple[Degrees, Degrees]:
        """So many places: latitudes and longitudes, each of them a number that 32 bits hold exactly."""
        at = draw.choice(len(self.shares), count, p=self.shares)
        latitudes = self.centres[at, 0] + draw.normal(size=count) * self.spread[at, 0]
        longitudes = self.centres[at, 1] + draw.normal(size=count) * self.spread[at, 1]
        alone = draw.random(count) < self.scattered
        latitudes[alone] = draw.uniform(self.south, self.north, alone.sum())
        longitudes[alone] = draw.uniform(self.west, self.east, alone.sum())
        return latitudes.astype(np.float32).astype(float), longitudes.astype(np.float32).astype(float)


def ground(draw: np.random.Generator, size: int) -> Ground:
    """Six towns up to 5,000 services, 60 metros up to 300,000, else 400."""
    if size <= 5_000:
        return _ground(draw, (40.5, 41.0, -75.5, -74.9), 6, scattered=0.0)
    if size <= 300_000:
        return _ground(draw, (38, 43, -80, -72), 60, scattered=SCATTERED)
    return _ground(draw, (26, 48, -122, -70), 400, scattered=SCATTERED)


def _ground(
    draw: np.random.Generator, box: tuple[float, float, float, float], count: int, *, scattered: float
) -> Ground:
    south, north, west, east = box
    centres = np.column_stack([draw.uniform(south, north, count), draw.uniform(west, east, count)])
    shares = falling(count, 0.9)
    spread = np.full((count, 2), (0.04, 0.05))
    if scattered:
        across = 0.05 + 0.25 * np.sqrt(shares / shares[0])
        spread = np.column_stack([0.8 * across, across])
    return Ground(south, north, west, east, centres, shares, spread, scattered)
