"""What can be asked of the index. Nothing of a question is kept."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kith.matching.documents import FactGroup

Meant = Callable[[str], "tuple[Term, ...]"]
Decide = Callable[[Collection[UUID], datetime], Collection[UUID]]


@dataclass(frozen=True, slots=True)
class Circle:
    """All within `km` of a point, degrees WGS 84."""

    latitude: float
    longitude: float
    km: float


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map; it crosses the date line where `east` is less than `west`."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Where:
    """Around a place, or in a box; neither: anywhere.

    `areas`: keys of every area that holds the place (its town, postcode, county, state, country): what has
    no point answers where it serves one of these, or serves everywhere. `is_placeless_in`: whether what has
    no point may answer at all.
    """

    shape: Circle | Box | None = None
    areas: tuple[str, ...] = ()
    is_placeless_in: bool = True


@dataclass(frozen=True, slots=True)
class Term:
    """A folded word; `is_start`: longer words that begin so count as well.

    `percent`: what it counts, parts of 100 of a word that somebody typed; less for what only means the same.
    """

    word: str
    is_start: bool = False
    percent: int = 100


@dataclass(frozen=True, slots=True)
class Part:
    """One wish: something of each of its groups, each of them one or more words that mean the same.

    The first word of a group is the one that was typed.
    """

    groups: tuple[tuple[Term, ...], ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows; empty asks nothing. Facts go by group name: see FactGroup.

    `codes`: any of them, already with everything below them. `languages`: any of them, and stated.
    `open_at`: surely open at this moment (aware). `has_places`: places are known to be left.
    """

    codes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    age: int | None = None
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    open_at: datetime | None = None
    has_places: bool = False
    only: frozenset[UUID] | None = None
    without: frozenset[UUID] = frozenset()


class Order(StrEnum):
    """How a list is sorted; ties always by service id.

    TEXT: how well the words answer. BEST: words and nearness together, where both were asked. NEAR: the
    nearest first, then those without a place.
    """

    TEXT = "text"
    BEST = "best"
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Words (any part; no parts: everything) within a place, narrowed.

    `moment`: for when the count of "open" is, where `open_at` is not asked; without both it is not counted.
    `decide` is asked about those whose hours one week cannot say; without it they are not surely open.
    `enough`: where fewer have all the words, those with some of them follow. `meant`: the group of a word
    that was spelled anew; without it the word alone.
    """

    parts: tuple[Part, ...] = ()
    where: Where = field(default_factory=Where)
    filters: Filters = field(default_factory=Filters)
    order: Order = Order.BEST
    first: int = 0
    limit: int = 20
    is_counted: bool = False
    moment: datetime | None = None
    is_spelling_helped: bool = True
    enough: int = 1
    meant: Meant | None = None
    decide: Decide | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A known person's need, as far as it may be asked: no name, no id.

    `codes`: what would answer it, with everything below it; `near_codes`: what is related only. `slots`: 28
    bits, 7 days from Monday times night, morning, afternoon, evening; 0: any time. `must`: facts it has to
    have (access needs, no papers). `genders`: codes of the group "gender", any. `wishes`: facts that speak
    for a service; `avoid`: facts that speak against it so much that the answer is no. `without`: services
    of excluded organisations.
    """

    codes: tuple[str, ...]
    near_codes: tuple[str, ...] = ()
    where: Where = field(default_factory=Where)
    age: int | None = None
    languages: tuple[str, ...] = ()
    slots: int = 0
    costs: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    without: frozenset[UUID] = frozenset()
    limit: int = 20


__all__ = [
    "Box",
    "Circle",
    "Decide",
    "FactGroup",
    "Filters",
    "Meant",
    "Need",
    "Order",
    "Part",
    "Search",
    "Term",
    "Where",
]
