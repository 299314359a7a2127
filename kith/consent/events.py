"""What happens in the consent room. `organization_id` is always the holder, so that no partner sees these."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kith.consent.terms import GivenHow, Kind
from kith.core.events import DomainEvent
from kith.core.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven(DomainEvent):
    """A person agreed that one partner may be told. `words_digest` is made with a key of the site."""

    kind: ClassVar[str] = "consent.given"
    recipient_id: UUID
    contact_id: UUID | None
    about: Ref
    kinds: tuple[Kind, ...]
    given_how: GivenHow
    words_digest: str
    replaced: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn(DomainEvent):
    """A person took a yes back."""

    kind: ClassVar[str] = "consent.withdrawn"
    recipient_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPaused(DomainEvent):
    """A person paused a yes."""

    kind: ClassVar[str] = "consent.paused"
    recipient_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentResumed(DomainEvent):
    """A person ended the pause of a yes."""

    kind: ClassVar[str] = "consent.resumed"
    recipient_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionMade(DomainEvent):
    """A person named someone who should not see it. They are never told."""

    kind: ClassVar[str] = "consent.exclusion_made"
    excluded_organization_id: UUID
    excluded_contact_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionLifted(DomainEvent):
    """A person no longer minds that they see it."""

    kind: ClassVar[str] = "consent.exclusion_lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentsRead(DomainEvent):
    """Someone looked at what a person agreed to."""

    kind: ClassVar[str] = "consent.consents_read"
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPackAdopted(DomainEvent):
    """The site adopted a law pack."""

    kind: ClassVar[str] = "consent.law_pack_adopted"
    pack: str
    version: str
    is_demo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsReviewed(DomainEvent):
    """A named human found a consent text right in its language."""

    kind: ClassVar[str] = "consent.words_reviewed"
    language: str
    words_digest: str
