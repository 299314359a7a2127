"""How far the messages about a record came."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.models import OutgoingMessage
from kith.post.policies.message import May, messages_on
from kith.post.terms import BOUNCE_SENTENCES, SENTENCES, BounceReason, MessageKind, MessageStatus

LONGEST_LIST = 200


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message, without its text and its address. `sentence` says where it stands.

    `subject` is what an inbox shows; empty for one to the person, which never says more than that it is one.
    """

    id: UUID
    kind: MessageKind
    status: MessageStatus
    subject: str
    sentence: str
    is_to_person: bool
    queued_at: datetime
    held_until: datetime | None
    sent_at: datetime | None
    bounced_at: datetime | None


def messages_about(viewer: Viewer, *, about: Ref) -> list[MessageLine]:
    """The messages about `about` that concern the viewer's organisation, newest first, 200 at most."""
    rows = messages_on(viewer, May.READ, about=about).order_by("-queued_at", "-id")
    return [_line(row) for row in rows[:LONGEST_LIST]]


def _line(row: OutgoingMessage) -> MessageLine:
    return MessageLine(
        id=row.id,
        kind=MessageKind(row.kind),
        status=MessageStatus(row.status),
        subject="" if row.is_to_person else row.subject,
        sentence=_sentence(row),
        is_to_person=row.is_to_person,
        queued_at=row.queued_at,
        held_until=row.held_until,
        sent_at=row.sent_at,
        bounced_at=row.bounced_at,
    )


def _sentence(row: OutgoingMessage) -> str:
    if row.status == MessageStatus.BOUNCED:
        return str(BOUNCE_SENTENCES[BounceReason(row.bounce_reason)])
    return str(SENTENCES[MessageStatus(row.status)])
