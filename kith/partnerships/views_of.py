"""What other rooms get to see of a partner."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core.working_time import WorkingWeek


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A named person at a partner, without the addresses; `phone_ending` is the last two digits."""

    id: UUID
    name: str
    role_title: str
    has_email: bool
    has_phone: bool
    phone_ending: str
    has_own_code: bool


@dataclass(frozen=True, slots=True)
class ContactAddress:
    """Where a named person is reached; empty where there is no such way."""

    name: str
    email: str
    phone: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How one organisation may ask another today.

    Without a binding agreement `agreement_id` and `promise_days` are None and `scope` is empty. `scope`
    holds consent's `Kind` values. A week that is not known has no clock.
    """

    agreement_id: UUID | None
    receiver_id: UUID
    promise_days: int | None
    scope: frozenset[str]
    week: WorkingWeek
    code_word: str
    max_open_asks: int | None
    paused_until: date | None
    contact: ContactCard | None
