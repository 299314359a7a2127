"""What an interface can look for among services: one value for every query that answers it."""

from dataclasses import dataclass, field
from datetime import datetime, time
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map, degrees WGS 84; it crosses the date line where `east` is less than `west`."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Around:
    """At most so many metres from a postcode, a town, or a point written `latitude,longitude`."""

    near: str
    metres: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedHours:
    """Published hours of which one line says all of this, as it stands there: local time, no holidays."""

    day: str = ""
    opens_from: time | None = None
    closes_by: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; every part narrows. Empty, or None, asks nothing.

    `age`: somebody so old may come. `minimum_age` and `maximum_age`: the service's own limits are stated, and
    are not below the first, not above the second.
    """

    search: str = ""
    taxonomy_term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    organization_id: UUID | None = None
    modified_after: datetime | None = None
    languages: tuple[str, ...] = ()
    age: float | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    hours: WantedHours = field(default_factory=WantedHours)
    box: Box | None = None
    around: Around | None = None
    open_at: datetime | None = None
