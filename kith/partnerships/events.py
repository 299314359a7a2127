"""What happened between partners: ids, codes, counts, dates and digests only."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from kith.core.events import DomainEvent
from kith.partnerships.terms import AgreementStatus, PromiseResult, SignedHow


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerWelcomed(DomainEvent):
    """An organisation became a partner."""

    kind: ClassVar[str] = "partnerships.partner_welcomed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDaysSet(DomainEvent):
    """A partner's own days and hours were stated anew; `days` is how many weekdays it works."""

    kind: ClassVar[str] = "partnerships.working_days_set"
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeWordChanged(DomainEvent):
    """The partner and the partnership agreed on another code word."""

    kind: ClassVar[str] = "partnerships.code_word_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAsksLimitSet(DomainEvent):
    """The partner said how many open asks it can carry at once; None is no limit."""

    kind: ClassVar[str] = "partnerships.open_asks_limit_set"
    limit: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAdded(DomainEvent):
    """A named person may now be asked and told for the partner."""

    kind: ClassVar[str] = "partnerships.contact_added"
    contact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactConfirmed(DomainEvent):
    """The partner, or a worker who asked there, said that a newly named person is the right one."""

    kind: ClassVar[str] = "partnerships.contact_confirmed"
    contact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEnded(DomainEvent):
    """A named person is no longer asked or told."""

    kind: ClassVar[str] = "partnerships.contact_ended"
    contact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCodeSet(DomainEvent):
    """A contact's own code was set."""

    kind: ClassVar[str] = "partnerships.contact_code_set"
    contact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCodeLocked(DomainEvent):
    """Wrong codes came too often, so that trying stops for a while."""

    kind: ClassVar[str] = "partnerships.contact_code_locked"
    contact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksPaused(DomainEvent):
    """The partner takes no new asks from `first_on` to `last_on`."""

    kind: ClassVar[str] = "partnerships.asks_paused"
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksResumed(DomainEvent):
    """The partner takes asks again from today."""

    kind: ClassVar[str] = "partnerships.asks_resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineMailQueued(DomainEvent):
    """A partner was told so many routine things in one mail; at most once a week."""

    kind: ClassVar[str] = "partnerships.routine_mail_queued"
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDrafted(DomainEvent):
    """A first wording was written or changed, seen by its writer's organisation only."""

    kind: ClassVar[str] = "partnerships.agreement_drafted"
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementProposed(DomainEvent):
    """A wording was put before all its parties."""

    kind: ClassVar[str] = "partnerships.agreement_proposed"
    number: int
    digest: str
    parties: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSigned(DomainEvent):
    """One party agreed to exactly this wording."""

    kind: ClassVar[str] = "partnerships.agreement_signed"
    digest: str
    how: SignedHow


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementInForce(DomainEvent):
    """The last party that must sign signed; these words bind from now on."""

    kind: ClassVar[str] = "partnerships.agreement_in_force"
    number: int
    digest: str
    parties: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAdopted(DomainEvent):
    """An agreement that was signed on paper earlier was taken in."""

    kind: ClassVar[str] = "partnerships.paper_adopted"
    digest: str
    paper_digest: str
    signed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRead(DomainEvent):
    """Someone took a copy of the paper."""

    kind: ClassVar[str] = "partnerships.paper_read"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEnded(DomainEvent):
    """The agreement binds nobody from now on."""

    kind: ClassVar[str] = "partnerships.agreement_ended"
    was: AgreementStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseNoted(DomainEvent):
    """It became known what became of a promise that this organisation made to its partner."""

    kind: ClassVar[str] = "partnerships.promise_noted"
    result: PromiseResult
