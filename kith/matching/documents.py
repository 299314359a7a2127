"""What the index is told of one service: public facts only, nothing of a person."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

MINUTES_A_DAY = 24 * 60
MINUTES_A_WEEK = 7 * MINUTES_A_DAY
NOT_KNOWN = -1
YOUNGEST, OLDEST = 0, 255


@dataclass(frozen=True, slots=True)
class Week:
    """The certain hours of one place.

    `ranges` are [first, last) minutes from Monday 00:00 in `zone` (IANA); a range that begins on Sunday may
    end after the week. A range that begins on a day of `closed_on` is closed. Where `is_exact` is False, the
    hours follow rules that one week cannot say (seasons, every second week): `ranges` then hold every
    minute at which it may be open in any week, and whoever asks is asked to decide.
    """

    zone: str
    ranges: tuple[tuple[int, int], ...]
    closed_on: tuple[date, ...] = ()
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Site:
    """One public place where the service is given: degrees WGS 84, and what holds at this place only."""

    latitude: float
    longitude: float
    week: Week | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One service.

    `words`: folded words with their weight (a word of the name weighs more than one of the text), each once.
    `codes`: topics and taxonomy terms, the most telling first. `languages`: BCP-47 base codes; empty: not
    known. `facts`: codes of the schema's groups. `places`: how many are left, at most 32,767; 0: full;
    NOT_KNOWN. `is_paused`: takes nobody for a while. `quality`: 0 to 1, how far the listing can be trusted.
    `sites`: its trusted public points; none for help by phone, and for a place that is kept secret.
    `areas`: keys of the areas it serves, or of the town of a place without a point; empty and no sites:
    everywhere. `week`: hours of the service itself, used where it has no sites.
    """

    id: UUID
    words: tuple[tuple[str, int], ...]
    codes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    minimum_age: int = YOUNGEST
    maximum_age: int = OLDEST
    places: int = NOT_KNOWN
    is_paused: bool = False
    quality: float = 0.0
    sites: tuple[Site, ...] = ()
    areas: tuple[str, ...] = ()
    week: Week | None = None


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that answer one question. `is_any`: one of the chosen is enough; else all are wanted.

    `column` is where its bits lie: "costs" (16 bits), "flags" (8), "genders" (8) or "facts" (64 together).
    """

    name: str
    codes: tuple[str, ...]
    is_any: bool
    column: str = "facts"


@dataclass(frozen=True, slots=True)
class Schema:
    """Which facts can be asked for. A generation holds the schema that it was built with.

    `opposites`: pairs of facts that cannot both be true, each way round: who states one denies the other. A
    fact that is neither stated nor denied is not known.
    """

    groups: tuple[FactGroup, ...] = ()
    version: int = 1
    opposites: tuple[tuple[str, str], ...] = ()
