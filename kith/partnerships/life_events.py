"""What happened to an agreement while it lives: ids, codes, counts and dates only."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from kith.core.events import DomainEvent
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.terms import VariationReason


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSuspended(DomainEvent):
    """The agreement rests: it binds nobody until it is resumed."""

    kind: ClassVar[str] = "partnerships.agreement_suspended"
    reason: SuspendReason


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementResumed(DomainEvent):
    """A suspended agreement binds again."""

    kind: ClassVar[str] = "partnerships.agreement_resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLeaves(DomainEvent):
    """One party leaves after `last_on`; `stay` is how many signed parties go on without it."""

    kind: ClassVar[str] = "partnerships.party_leaves"
    last_on: date
    stay: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHeld(DomainEvent):
    """The parties looked at the agreement together; the next time is `next_on`, if they said."""

    kind: ClassVar[str] = "partnerships.review_held"
    held_on: date
    next_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPublished(DomainEvent):
    """Community seats may read the words."""

    kind: ClassVar[str] = "partnerships.agreement_published"
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementUnpublished(DomainEvent):
    """Community seats may read the words no more."""

    kind: ClassVar[str] = "partnerships.agreement_unpublished"


@dataclass(frozen=True, slots=True, kw_only=True)
class VariationAsked(DomainEvent):
    """A party asks to change for a while what it owes."""

    kind: ClassVar[str] = "partnerships.variation_asked"
    agreement_id: UUID
    clause_key: UUID
    reason: VariationReason
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VariationAgreed(DomainEvent):
    """Everybody towards whom it is owed agreed, or it stays within what they agreed before."""

    kind: ClassVar[str] = "partnerships.variation_agreed"
    agreement_id: UUID
    clause_key: UUID
    first_on: date
    last_on: date
    is_within_tolerance: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VariationNotAgreed(DomainEvent):
    """One party said no: the clause stays as it is."""

    kind: ClassVar[str] = "partnerships.variation_not_agreed"
    agreement_id: UUID
    clause_key: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class VariationTakenBack(DomainEvent):
    """Whoever asked needs it no more, or newer words took its place."""

    kind: ClassVar[str] = "partnerships.variation_taken_back"
    agreement_id: UUID
    clause_key: UUID
