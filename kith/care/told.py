"""How something reached us: values that pages fill and actions take."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.care.terms import NotNowReason, ToldVia
from kith.consent.terms import GivenHow


@dataclass(frozen=True, slots=True)
class Told:
    """Who told us, when, by which way. `told_by` is empty where the way itself says who."""

    via: ToldVia
    told_by: str
    told_at: datetime


@dataclass(frozen=True, slots=True)
class NotNow:
    """Why not now; `closed_until` only with CLOSED_UNTIL."""

    reason: NotNowReason
    closed_until: date | None


@dataclass(frozen=True, slots=True)
class PersonsAnswer:
    """How the person said yes to the words that were read: in which language, with whom, until when.

    `interpreted_into`: the language in which they heard the words; empty where that is `language` itself.
    """

    words: str
    language: str
    interpreted_into: str
    given_how: GivenHow
    interpreter: str
    until: date
