"""What happens in the post room."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from kith.core.events import DomainEvent
from kith.post.terms import BounceReason, LinkPurpose, MessageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageQueued(DomainEvent):
    """A message is ready to go out."""

    kind: ClassVar[str] = "post.message_queued"
    message_kind: MessageKind
    about_kind: str
    about_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageHeld(DomainEvent):
    """A message waits for the hours in which the person may be reached."""

    kind: ClassVar[str] = "post.message_held"
    message_kind: MessageKind
    held_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSent(DomainEvent):
    """A mail server took the message, or a colleague sent the text by hand."""

    kind: ClassVar[str] = "post.message_sent"
    message_kind: MessageKind
    about_kind: str
    about_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageBounced(DomainEvent):
    """A message did not arrive; its owner is to use another way."""

    kind: ClassVar[str] = "post.message_bounced"
    about_kind: str
    about_id: UUID
    owner_user_id: UUID | None
    reason: BounceReason


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesCancelled(DomainEvent):
    """Messages about a record (the subject) were stopped before they went out."""

    kind: ClassVar[str] = "post.messages_cancelled"
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesPassedOn(DomainEvent):
    """Messages about a record (the subject) have another owner."""

    kind: ClassVar[str] = "post.messages_passed_on"
    count: int
    to_user_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContactSet(DomainEvent):
    """A person said how and when they may be reached. The subject is the person."""

    kind: ClassVar[str] = "post.safe_contact_set"
    may_call: bool
    may_text: bool
    may_mail: bool
    may_voicemail: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePurposeLinkMade(DomainEvent):
    """A link without login was made."""

    kind: ClassVar[str] = "post.link_made"
    link_purpose: LinkPurpose
    about_kind: str
    about_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePurposeLinkUsed(DomainEvent):
    """A link did its one thing."""

    kind: ClassVar[str] = "post.link_used"
    about_kind: str
    about_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePurposeLinkBound(DomainEvent):
    """A link's page was opened on its first device."""

    kind: ClassVar[str] = "post.link_bound"
    about_kind: str
    about_id: UUID
    blank_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePurposeLinkBlanked(DomainEvent):
    """Someone closed the page of a link for ever."""

    kind: ClassVar[str] = "post.link_blanked"
    about_kind: str
    about_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePurposeLinkGuessed(DomainEvent):
    """A wrong code was tried on a link too often, so that it is closed for ever."""

    kind: ClassVar[str] = "post.link_guessed"
    about_kind: str
    about_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenCodeMade(DomainEvent):
    """A worker got a code for a link, to read out on the phone."""

    kind: ClassVar[str] = "post.spoken_code_made"
    about_kind: str
    about_id: UUID
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenCodeUsed(DomainEvent):
    """A code that was read out on the phone was typed in; it opens nothing again."""

    kind: ClassVar[str] = "post.spoken_code_used"
    about_kind: str
    about_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePurposeLinksClosed(DomainEvent):
    """The links about a record (the subject) no longer open anything."""

    kind: ClassVar[str] = "post.links_closed"
    count: int
