"""What the directory's queries give: frozen read models, shared by several queries."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from kith.directory.terms import (
    ConfirmedHow,
    OrganizationKind,
    PlacesBand,
    ServiceStatus,
    SignalTier,
    Topic,
)


@dataclass(frozen=True, slots=True)
class Hours:
    """Open from `opens` to `closes`, local time of the place; to the next day if `closes` is not later."""

    opens: time
    closes: time

    @property
    def is_overnight(self) -> bool:
        """True if it closes on the day after it opened."""
        return self.closes <= self.opens


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day of the coming week; no hours: closed that day."""

    day: date
    hours: tuple[Hours, ...]
    is_today: bool


@dataclass(frozen=True, slots=True)
class OpenWeek:
    """The coming week's hours, from today.

    `days` is empty where no certain rule is known, then `words` say what is published.
    `is_open_now` is None where it is not known; `closes_at` is None if it is not open, or does not close
    within a day.
    """

    days: tuple[DayHours, ...]
    words: tuple[str, ...]
    is_open_now: bool | None
    closes_at: time | None


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """A language in which help is given. `code` is BCP-47, or empty where the source gave a name only."""

    code: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A telephone number; `dial` is empty where no number stands in what was published."""

    number: str
    dial: str
    extension: str
    description: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """Where help is given. `latitude` and `longitude` are None unless the point can be trusted."""

    name: str
    address: tuple[str, ...]
    city: str
    how_to_get_there: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A public point that can be trusted, degrees WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service in a list.

    `phone` is the first number that a telephone can dial: its own, its place's or its organisation's.
    `points` are where anybody may know that it is given. `facts`: codes of Kith's own taxonomy.
    `is_of_faith`: a faith group gives it, or it says so itself.
    """

    id: UUID
    name: str
    organization_id: UUID
    organization_name: str
    what: str
    status: ServiceStatus
    topics: tuple[Topic, ...]
    languages: tuple[LanguageLine, ...]
    distance_km: float | None
    places_band: PlacesBand
    places_as_of: datetime | None
    cost: str
    week: OpenWeek
    confirmed_on: date | None
    tier: SignalTier
    expected_wait_days: int | None
    phone: PhoneLine | None
    points: tuple[MapPoint, ...]
    facts: tuple[str, ...]
    is_of_faith: bool


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """What the rooms above need of a service. `places_left` is exact, None unless this viewer may know it."""

    id: UUID
    name: str
    organization_id: UUID
    organization_name: str
    organization_kind: OrganizationKind
    status: ServiceStatus
    topics: tuple[Topic, ...]
    languages: tuple[str, ...]
    rough_area: str
    access: tuple[str, ...]
    attributes: tuple[str, ...]
    places_left: int | None
    places_as_of: datetime | None
    places_band: PlacesBand
    confirmed_on: date | None
    tier: SignalTier
    expected_wait_days: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of Kith's own taxonomy, named in the reader's language."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that answer one question, in the order in which people read them."""

    code: str
    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a listing comes from. `source_name` is empty where it was typed in here."""

    source_name: str
    last_seen_on: date | None
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Confirmation:
    """When a person last said that the listing is right, and how; apart from the source's own claim."""

    confirmed_on: date | None
    how: ConfirmedHow | None
    assured_on: date | None
    changed_on: date
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class IdPage:
    """How many there are in all, and the ids of one page of them, in the order of their ids."""

    total: int
    ids: list[UUID]
