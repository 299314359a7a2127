"""What narrows a search beyond its words, place, topics, languages and facts; and what a search counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kith.directory.terms import Topic

NEAR_KM = 50.0


class ListOrder(StrEnum):
    """How results are sorted. OPEN: what is surely open comes first, else as BEST."""

    BEST = "best"
    NEAR = "near"
    OPEN = "open"


class Limit(StrEnum):
    """What can be taken away from a search that found nothing."""

    WORDS = "words"
    PLACE = "place"
    TOPICS = "topics"
    LANGUAGES = "languages"
    FACTS = "facts"
    AGE = "age"
    OPEN = "open"
    PLACES = "places"
    AFAR = "afar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Further wishes; the defaults ask nothing.

    `km`: how far from the place. `is_from_afar`: only help by phone, video or text, wherever it is; the place
    is then left out. `open_at`: surely open at this moment (aware). `has_places`: places are known to be
    left. `is_counted`: say how many there would be with each further wish.
    """

    km: float = NEAR_KM
    is_from_afar: bool = False
    age: int | None = None
    open_at: datetime | None = None
    has_places: bool = False
    order: ListOrder = ListOrder.BEST
    is_counted: bool = False


NOTHING_FURTHER = Narrowing()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there would be with one more wish, all other groups of wishes as asked; empty: not counted."""

    topics: Mapping[Topic, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, int] = field(default_factory=dict)
    open_now: int = 0
    with_places: int = 0


@dataclass(frozen=True, slots=True)
class Relaxed:
    """How many there are without one of the limits."""

    without: Limit
    total: int


@dataclass(frozen=True, slots=True)
class Secular:
    """A service that no faith group gives, to stand beside one of a faith group."""

    id: UUID
    name: str
