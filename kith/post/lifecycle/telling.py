"""The event of each step of a message, filled from its row."""

from uuid import UUID

from kith.post.events import MessageBounced, MessageHeld, MessageQueued, MessageSent
from kith.post.models import OutgoingMessage
from kith.post.terms import BounceReason, MessageKind


def queued(message: OutgoingMessage) -> MessageQueued:
    """It is ready to go out."""
    return MessageQueued(
        subject=message.ref,
        organization_id=_keeper(message),
        partner_organization_id=_partner(message),
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
        organization_id=_keeper(message),
        partner_organization_id=_partner(message),
        person_id=message.person_id,
        message_kind=MessageKind(message.kind),
        held_until=message.held_until,
    )


def sent(message: OutgoingMessage) -> MessageSent:
    """It is out."""
    return MessageSent(
        subject=message.ref,
        organization_id=_keeper(message),
        partner_organization_id=_partner(message),
        person_id=message.person_id,
        message_kind=MessageKind(message.kind),
        about_kind=message.about_kind,
        about_id=message.about_id,
    )


def bounced(message: OutgoingMessage) -> MessageBounced:
    """It did not arrive."""
    return MessageBounced(
        subject=message.ref,
        organization_id=_keeper(message),
        partner_organization_id=_partner(message),
        person_id=message.person_id,
        about_kind=message.about_kind,
        about_id=message.about_id,
        owner_user_id=message.owner_user_id,
        reason=BounceReason(message.bounce_reason),
    )


def _is_to_partner(message: OutgoingMessage) -> bool:
    """Whether it tells a partner about somebody whose record another organisation keeps."""
    return message.person_id is not None and not message.is_to_person


def _keeper(message: OutgoingMessage) -> UUID | None:
    return message.sender_organization_id if _is_to_partner(message) else message.organization_id


def _partner(message: OutgoingMessage) -> UUID | None:
    return message.organization_id if _is_to_partner(message) else None
