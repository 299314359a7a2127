"""Points on the earth: spatial order, the ranges of slots that a circle or a box can touch, distances.

A point is kept, and asked about, as two float32 (within about a metre); distances are computed in float64.
"""

from math import asin, cos, degrees, floor, isfinite, pi, radians, sin
from typing import NamedTuple

import numpy as np

from kith.matching.layout import F4, F8, I4, Bools
from kith.matching.questions import Box, Circle

EARTH_KM = 6371.0
ROW_DEGREES = 0.05
ROWS = floor(180 / ROW_DEGREES) + 1
ROW_KEY = 512.0
ROW_KEYS = np.arange(ROWS) * ROW_KEY
POLE, HALF, WHOLE = 90.0, 180.0, 360.0
# As arrays, for NumPy reckons with these faster than with numbers of Python.
HALF_RADIAN, ONE, DIAMETER_KM = np.array(pi / 360), np.array(1.0), np.array(2 * EARTH_KM)
MARGIN = 1e-4
"""Degrees: what float32 may have moved a point, and more."""


class Point(NamedTuple):
    """A point, rounded as those of services are."""

    lat: float
    lon: float


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Whether such a point can be: finite, and within ±90 and ±180 degrees."""
    return abs(latitude) <= POLE and abs(longitude) <= HALF  # false for NaN


def point_of(circle: Circle) -> Point | None:
    """The middle of a circle, or None where there is no such latitude or longitude."""
    if not (abs(circle.latitude) <= POLE and isfinite(circle.longitude)):
        return None
    return Point(float(np.float32(circle.latitude)), _stored(circle.longitude))


def _stored(longitude: float) -> float:
    """From -180 to below 180, as it is kept."""
    wrapped = float(np.float32(longitude if -HALF <= longitude < HALF else (longitude + HALF) % WHOLE - HALF))
    return -HALF if wrapped >= HALF else wrapped


def stored_longitudes(longitudes: F4) -> F4:
    """With the meridian of HALF degrees under one name, -180."""
    return np.where(longitudes >= HALF, np.float32(-HALF), longitudes)


def keys(lat: F4, lon: F4) -> F8:
    """Row and longitude in one number: slots sorted by it lie in spatial order."""
    rows = np.floor((lat.astype(np.float64) + POLE) / ROW_DEGREES)
    return rows * ROW_KEY + (lon.astype(np.float64) + HALF)


def distances(point: Point, lat: F4, lon: F4) -> F8:
    """Great-circle kilometres from the point to each of these."""
    up, across = lat.astype(np.float64), lon.astype(np.float64)
    part = np.cos(np.radians(up))
    part *= cos(radians(point.lat))
    part *= _sines(across, point.lon)
    part += _sines(up, point.lat)
    km: F8 = np.arcsin(np.sqrt(np.minimum(part, ONE)))
    km *= DIAMETER_KM
    return km


def _sines(degrees: F8, middle: float) -> F8:
    """The square of the sine of half the way from the middle to each of these, which are overwritten."""
    degrees -= middle
    degrees *= HALF_RADIAN
    found = np.sin(degrees)
    found *= found
    return found


def circle_ranges(point: Point, km: float, sorted_keys: F8) -> I4:
    """Ranges [a, b) of slots, ascending, that hold all within so many km, and some more, end to end."""
    if not km >= 0:
        return _none()
    up = degrees(km / EARTH_KM) + MARGIN
    south, north = point.lat - up, point.lat + up
    if south <= -POLE or north >= POLE:
        return _ranges(south, north, ((-HALF, HALF),), sorted_keys)
    across = degrees(asin(min(1.0, sin(min(km / EARTH_KM, pi / 2)) / cos(radians(point.lat))))) + MARGIN
    return _ranges(south, north, _around(point.lon - across, point.lon + across), sorted_keys)


def _around(west: float, east: float) -> tuple[tuple[float, float], ...]:
    """One stretch of longitudes as one or two that do not cross the date line, ascending."""
    if east - west >= WHOLE:
        return ((-HALF, HALF),)
    if west < -HALF:
        return ((-HALF, east), (west + WHOLE, HALF))
    if east >= HALF:
        return ((-HALF, east - WHOLE), (west, HALF))
    return ((west, east),)


def box_ranges(box: Box, sorted_keys: F8) -> I4:
    """The same for a box."""
    if not (box.south <= box.north and isfinite(box.west) and isfinite(box.east)):
        return _none()
    west, east = _edges(box)
    stretch = _around(west - MARGIN, (east if east >= west else east + WHOLE) + MARGIN)
    return _ranges(box.south - MARGIN, box.north + MARGIN, stretch, sorted_keys)


def in_box(box: Box, lat: F4, lon: F4) -> Bools:
    """Which of these points lie in the box, its edges with it."""
    up, across = lat.astype(np.float64), lon.astype(np.float64)
    west, east = _edges(box)
    inside = (up >= box.south) & (up <= box.north)
    if west > east:
        return inside & ((across >= west) | (across <= east))
    is_edge = (across == -HALF) if east == HALF else np.False_
    return inside & (((across >= west) & (across <= east)) | is_edge)


def _edges(box: Box) -> tuple[float, float]:
    """West and east within ±180; a box as wide as the earth is all of it."""
    if box.east - box.west >= WHOLE:
        return -HALF, HALF
    return _edge(box.west), _edge(box.east)


def _edge(longitude: float) -> float:
    return longitude if -HALF <= longitude <= HALF else (longitude + HALF) % WHOLE - HALF


def _ranges(south: float, north: float, stretches: tuple[tuple[float, float], ...], sorted_keys: F8) -> I4:
    first, last = _row(south), _row(north)
    if stretches == ((-HALF, HALF),):
        ends = np.array([first * ROW_KEY, (last + 1) * ROW_KEY])
    elif len(stretches) == 1:
        ends = ROW_KEYS[first : last + 1].repeat(2)
        ends[0::2] += stretches[0][0] + HALF
        ends[1::2] += stretches[0][1] + HALF
    else:
        inside = np.array([edge + HALF for stretch in stretches for edge in stretch])
        ends = (ROW_KEYS[first : last + 1, None] + inside).ravel()
    return sorted_keys.searchsorted(ends).astype(np.int32)


def _row(latitude: float) -> int:
    return floor((min(max(latitude, -POLE), POLE) + POLE) / ROW_DEGREES)


def _none() -> I4:
    return np.empty(0, np.int32)
