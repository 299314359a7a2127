"""How much each fact counts when services are ranked for a need. One table; a change gets a new version."""

from dataclasses import dataclass

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of one score; it is then a whole number of millionths, and ties go by service id.

    `codes`: how many of the codes asked for it has; two or more are full marks. `nearness`: 1 at its door, 0
    at the edge of the circle, and nothing without a place or a circle. `times`: the part of the asked times
    at which it is open. `quality`: how far the listing can be trusted. `places`: places left; ten or more are
    full marks, not known counts as none. `near_codes`: it has related codes only. `wishes`: the part of the
    wishes that it states.
    """

    version: int
    codes: float
    nearness: float
    times: float
    quality: float
    places: float
    near_codes: float
    wishes: float
    codes_enough: int = 2
    places_enough: int = 10


WEIGHTS = Weights(
    version=1,
    codes=0.35,
    nearness=0.30,
    times=0.15,
    quality=0.10,
    places=0.10,
    near_codes=0.05,
    wishes=0.05,
)


@dataclass(frozen=True, slots=True)
class SearchWeights:
    """`words`, `near`, `quality`: parts of 100 in the order BEST.

    `longer`: what a longer word counts that only begins as asked, parts of 100 of a word that is the one
    asked. `no_place`: how near something without a place counts as, 0 (edge of the circle) to 1,000,000
    (its middle).
    """

    words: int = 70
    near: int = 25
    quality: int = 5
    longer: int = 60
    no_place: int = 250_000
    version: int = 2


SEARCH_WEIGHTS = SearchWeights()
