"""The event of each step of a message, filled from its row."""

from kith.post.events import MessageBounced, MessageHeld, MessageQueued, MessageSent
from kith.post.models import OutgoingMessage
from kith.post.terms import BounceReason, MessageKind


def queued(message: OutgoingMessage) -> MessageQueued:
    """It is ready to go out."""
    return MessageQueued(
        subject=message.ref,
        organization_id=message.organization_id,
        person_id=message.person_id,
        message_kind=MessageKind(message.kind),
        about_kind=message.about_kind,
        about_id=message.about_id,
    )


def held(message: OutgoingMessage) -> MessageHeld:
    """It waits for the person's hours. Raises ValueError for a message that has no such time."""
    if message.held_until is None:
        raise ValueError(f"{message} is not held.")
    return MessageHeld(
        subject=message.ref,
        organization_id=message.organization_id,
        person_id=message.person_id,
        message_kind=MessageKind(message.kind),
        held_until=message.held_until,
    )


def sent(message: OutgoingMessage) -> MessageSent:
    """It is out."""
    return MessageSent(
        subject=message.ref,
        organization_id=message.organization_id,
        person_id=message.person_id,
        message_kind=MessageKind(message.kind),
        about_kind=message.about_kind,
        about_id=message.about_id,
    )


def bounced(message: OutgoingMessage) -> MessageBounced:
    """It did not arrive."""
    return MessageBounced(
        subject=message.ref,
        organization_id=message.organization_id,
        person_id=message.person_id,
        about_kind=message.about_kind,
        about_id=message.about_id,
        owner_user_id=message.owner_user_id,
        reason=BounceReason(message.bounce_reason),
    )
