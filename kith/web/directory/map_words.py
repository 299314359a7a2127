"""The map of results in words, for those who do not see it: how far, and in which direction."""

from dataclasses import dataclass
from math import atan2, degrees

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.directory.views_of import MapPoint
from kith.web.directory.result_map import kilometres_from

DIRECTIONS: tuple[Promise, ...] = (
    gettext_lazy("to the north"),
    gettext_lazy("to the north-east"),
    gettext_lazy("to the east"),
    gettext_lazy("to the south-east"),
    gettext_lazy("to the south"),
    gettext_lazy("to the south-west"),
    gettext_lazy("to the west"),
    gettext_lazy("to the north-west"),
)
STEP = 360 / len(DIRECTIONS)
HERE_KM = 0.15


@dataclass(frozen=True, slots=True)
class MapLine:
    """One number of the map. `words`: where it is; empty where no place was asked."""

    number: int
    name: str
    words: str


def where_words(point: MapPoint, centre: MapPoint | None, km: float | None) -> str:
    """How far from the asked place, and in which of eight directions."""
    if centre is None or km is None:
        return ""
    if km < HERE_KM:
        return _("right there")
    return _("%(km).1f km %(direction)s") % {"km": km, "direction": direction_words(centre, point)}


def direction_words(centre: MapPoint, point: MapPoint) -> str:
    """The direction in which one sees the point from the centre."""
    east, north = kilometres_from(centre, point)
    return str(DIRECTIONS[round(degrees(atan2(east, north)) / STEP) % len(DIRECTIONS)])
