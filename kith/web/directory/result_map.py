"""The map of a list of results: drawn here, of public points only, numbered like the list.

Nobody is asked for tiles.

A local flat projection, north up: good to a few per mille within some hundred kilometres.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, hypot, log10, radians

from django.utils.translation import gettext as _

from kith.directory.views_of import MapPoint

WIDTH, HEIGHT, MARGIN = 340, 280, 34
KM_A_DEGREE = 111.195
HALF_ROUND, ROUND = 180.0, 360.0
LEAST_SPAN_KM = 0.4
CLOSE_PX = 27
LONGEST_LABEL, SPELLED_OUT = 8, 2
PIN_PX, SIGN_PX = 26, 8
MOST_BAR_PX, MOST_RINGS = 96, 3
NICE = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Pin:
    """One place, or several that lie too close to be told apart; pixels."""

    x: float
    y: float
    left: float
    width: int
    label: str


@dataclass(frozen=True, slots=True)
class Ring:
    """All that is so far from the place that was asked for; pixels."""

    radius: float
    label_y: float
    words: str


@dataclass(frozen=True, slots=True)
class ResultMap:
    """A drawing in pixels. `middle` is where the asked place is, None if no place was asked."""

    pins: tuple[Pin, ...]
    middle: tuple[float, float] | None
    rings: tuple[Ring, ...]
    bar_px: float
    bar_words: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _Flat:
    """Kilometres east and north of a point, and pixels of them."""

    across: float
    up: float
    scale: float

    def pixels(self, spot: tuple[float, float]) -> tuple[float, float]:
        x = WIDTH / 2 + (spot[0] - self.across) * self.scale
        return round(x, 1), round(HEIGHT / 2 - (spot[1] - self.up) * self.scale, 1)


def result_map(numbered: Sequence[tuple[int, MapPoint]], *, centre: MapPoint | None) -> ResultMap | None:
    """The map of these numbers at these points, around `centre` if there is one.

    None without a point, and for one point that nothing else tells where it is.
    """
    if not numbered or (centre is None and len({point for _number, point in numbered}) == 1):
        return None
    origin = centre or numbered[0][1]
    spots = {number: kilometres_from(origin, point) for number, point in numbered}
    flat = _fitted([*spots.values(), (0.0, 0.0)] if centre else list(spots.values()))
    middle = flat.pixels((0.0, 0.0)) if centre else None
    bar_km = _nice(MOST_BAR_PX / flat.scale)
    return ResultMap(
        pins=_pins({number: flat.pixels(spot) for number, spot in spots.items()}),
        middle=middle,
        rings=_rings(middle, flat.scale) if middle else (),
        bar_px=round(bar_km * flat.scale, 1),
        bar_words=length_words(bar_km),
    )


def kilometres_from(origin: MapPoint, point: MapPoint) -> tuple[float, float]:
    """How far east and how far north of `origin`; the short way over the date line."""
    turn = (point.longitude - origin.longitude + HALF_ROUND) % ROUND - HALF_ROUND
    across = turn * KM_A_DEGREE * cos(radians(origin.latitude))
    return across, (point.latitude - origin.latitude) * KM_A_DEGREE


def length_words(km: float) -> str:
    """A round length as people say it."""
    if km < 1:
        return _("%(metres)s m") % {"metres": round(km * 1000)}
    return _("%(km)s km") % {"km": round(km)}


def label_of(numbers: Sequence[int]) -> str:
    """`3`; `1–4`; `1, 4`; of many the first and how many more."""
    if len(numbers) > SPELLED_OUT and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    whole = ", ".join(map(str, numbers))
    return whole if len(whole) <= LONGEST_LABEL else f"{numbers[0]} +{len(numbers) - 1}"


def _fitted(spots: Sequence[tuple[float, float]]) -> _Flat:
    east, north = [spot[0] for spot in spots], [spot[1] for spot in spots]
    wide = max(max(east) - min(east), LEAST_SPAN_KM)
    high = max(max(north) - min(north), LEAST_SPAN_KM)
    scale = min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high)
    return _Flat((max(east) + min(east)) / 2, (max(north) + min(north)) / 2, scale)


def _nice(most_km: float) -> float:
    """The longest of 1, 2 and 5 times a power of ten that is not longer."""
    power = 10.0 ** (ceil(log10(most_km)) - 1)
    return max((step * power for step in NICE if step * power <= most_km), default=power)


def _rings(middle: tuple[float, float], scale: float) -> tuple[Ring, ...]:
    step = _nice(HEIGHT / 2 / MOST_RINGS / scale * 1.5)
    found = (_ring(step * (at + 1), middle[1], scale) for at in range(MOST_RINGS))
    return tuple(ring for ring in found if ring.label_y > SIGN_PX)


def _ring(km: float, middle_y: float, scale: float) -> Ring:
    radius = round(km * scale, 1)
    return Ring(radius, round(middle_y - radius - 3, 1), length_words(km))


def _pins(pixels: dict[int, tuple[float, float]]) -> tuple[Pin, ...]:
    groups: list[tuple[tuple[float, float], list[int]]] = []
    for number, (x, y) in pixels.items():
        close = next((one for (at, one) in groups if hypot(at[0] - x, at[1] - y) < CLOSE_PX), None)
        if close is None:
            groups.append(((x, y), [number]))
            continue
        close.append(number)
    return tuple(_pin(at, numbers) for at, numbers in groups)


def _pin(at: tuple[float, float], numbers: list[int]) -> Pin:
    label = label_of(numbers)
    width = max(PIN_PX, SIGN_PX * len(label) + 12)
    x = min(max(at[0], width / 2), WIDTH - width / 2)
    return Pin(x=round(x, 1), y=at[1], left=round(x - width / 2, 1), width=width, label=label)
