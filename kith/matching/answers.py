"""What the index answers. Words for people are made by whoever asks."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Hit(NamedTuple):
    """One service. `score` is an integer; `km` is None where it has no place, or no place was asked."""

    id: UUID
    score: int
    km: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """`hits` of one page, best first, and how many there are in all.

    `counts`: for each group of facets ("codes", "languages", "open", "places", and the schema's groups), how
    many there would be with that code, all other groups as asked; codes that nobody has are left out. Where
    all chosen facts of a group are wanted, those chosen count as asked, too. "open" and "places" have one
    code, "yes". `spelled`: words nobody uses, and those looked for instead. `is_loose`: too few had all the
    words, so that any word counted; `exact` of them had all.
    """

    total: int
    hits: tuple[Hit, ...]
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    spelled: dict[str, tuple[str, ...]] = field(default_factory=dict)
    is_loose: bool = False
    exact: int = 0


class Test(StrEnum):
    """What a service is tested by."""

    __test__ = False
    NEED = "need"
    PLACE = "place"
    TIMES = "times"
    LANGUAGE = "language"
    COST = "cost"
    TOO_YOUNG = "too-young"
    TOO_OLD = "too-old"
    GENDER = "gender"
    ACCESS = "access"
    PLACES = "places"
    PAUSED = "paused"
    WISH = "wish"
    AVOID = "avoid"
    EXCLUDED = "excluded"


class Verdict(StrEnum):
    """Whether it will take this person, as far as is known."""

    PROBABLY = "probably"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reason:
    """What one test said: True for it, False against, None not known. `codes`: which of those asked."""

    test: Test
    speaks: bool | None
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One service, with what each test said of it."""

    id: UUID
    score: int
    km: float | None
    verdict: Verdict
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """Those that fit, best first; those that would but are full or paused; how many fell to which test."""

    total: int
    fits: tuple[Match, ...]
    full: tuple[Match, ...] = ()
    fell: dict[Test, int] = field(default_factory=dict)
