"""What happened while an agreement was drafted and negotiated: ids, codes, counts, dates and digests only."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kith.core.events import DomainEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftThrownAway(DomainEvent):
    """A draft was dropped by the organisation that wrote it."""

    kind: ClassVar[str] = "partnerships.draft_thrown_away"
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAboutClause(DomainEvent):
    """A party said something about a clause, or (no key) about the whole; the words stay in the room."""

    kind: ClassVar[str] = "partnerships.said_about_clause"
    comment_id: UUID
    clause_key: UUID | None
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentSettled(DomainEvent):
    """The side that had said something said that it is settled."""

    kind: ClassVar[str] = "partnerships.comment_settled"
    comment_id: UUID
