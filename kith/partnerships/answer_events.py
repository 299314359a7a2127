"""What a partner answered by link or by phone: ids, codes, counts and digests only."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from kith.core.events import DomainEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDeclined(DomainEvent):
    """A party said that these words are not for it; kindly, and without having to say why."""

    kind: ClassVar[str] = "partnerships.agreement_declined"
    number: int
    contact_id: UUID | None
    by_phone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementCallAsked(DomainEvent):
    """A party asked to be phoned about these words."""

    kind: ClassVar[str] = "partnerships.agreement_call_asked"
    number: int
    contact_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWordsAsked(DomainEvent):
    """A party said what it would like to be otherwise; a counter-proposal stands in words that it offered."""

    kind: ClassVar[str] = "partnerships.other_words_asked"
    number: int
    contact_id: UUID | None
    comments: int
    is_counter: bool
    by_phone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAskedFor(DomainEvent):
    """A partner was asked by mail what it would like to agree on."""

    kind: ClassVar[str] = "partnerships.proposal_asked_for"
    contact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperConfirmed(DomainEvent):
    """A party said that a paper taken in for it is the one it signed."""

    kind: ClassVar[str] = "partnerships.paper_confirmed"
    number: int
    paper_digest: str
    contact_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDoubted(DomainEvent):
    """A party said that something is wrong with a paper taken in for it. The agreement stays as it is."""

    kind: ClassVar[str] = "partnerships.paper_doubted"
    number: int
    paper_digest: str
    contact_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySignedOnPaper(DomainEvent):
    """The scan of one party's signature under words on the table was kept."""

    kind: ClassVar[str] = "partnerships.party_signed_on_paper"
    digest: str
    paper_digest: str
    signed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonedAnswerConfirmed(DomainEvent):
    """A party said that what was noted on the phone is what it said."""

    kind: ClassVar[str] = "partnerships.phoned_answer_confirmed"
    number: int
    notes: int
    contact_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonedAnswerDoubted(DomainEvent):
    """A party said that it did not say on the phone what was noted. The words stay, marked so."""

    kind: ClassVar[str] = "partnerships.phoned_answer_doubted"
    number: int
    notes: int
    contact_id: UUID | None
