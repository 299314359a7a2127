"""What is seen of partners and agreements, by other rooms and on pages."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core.working_time import WorkingWeek
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.terms import PartyRole, SignedHow


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A named person at a partner, without the addresses; `phone_ending` is the last two digits.

    `is_unconfirmed`: no name goes there until somebody who can know has confirmed them.
    """

    id: UUID
    name: str
    role_title: str
    has_email: bool
    has_phone: bool
    phone_ending: str
    has_own_code: bool
    added_at: datetime
    is_unconfirmed: bool


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
    holds consent's `Kind` values, as far as they may be told to arrange help. A week that is not known has
    no clock. `accepts`: the service takes asks from this sender; `then` are the organisations to ask next.
    `contact` is the first of `contacts`.
    """

    agreement_id: UUID | None
    receiver_id: UUID
    promise_days: int | None
    urgent_hours: int | None
    clause_key: UUID | None
    varied_until: date | None
    scope: frozenset[str]
    labels_excluded: tuple[str, ...]
    keep_days: int
    accepts: bool
    then: tuple[UUID, ...]
    week: WorkingWeek
    code_word: str
    max_open_asks: int | None
    paused_until: date | None
    contact: ContactCard | None
    contacts: tuple[ContactCard, ...]


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One party: what it does, and its signature as far as there is one."""

    organization_id: UUID
    name: str
    role: PartyRole
    is_ours: bool
    signed_at: datetime | None
    signed_how: SignedHow | None
    signer_name: str
    signer_role: str


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise, the weekdays that count, and when an ask of this moment would be due (None: no clock)."""

    clause_key: UUID
    organization_id: UUID
    name: str
    days: int
    weekdays: tuple[int, ...]
    timezone: str
    due_if_asked_now: datetime | None


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause in words, the first line who owes it; `key` stays through versions."""

    key: UUID
    kind: ClauseKind
    lines: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """The paper behind an agreement: when it was signed, and who took it in for whom."""

    signed_on: date
    adopted_at: datetime
    adopted_by: str
    adopted_for: str
    content_type: str
    byte_count: int
    digest: str
