"""A message to the person themselves: their own rule decides."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.addresses import check_subject
from kith.post.errors import MayNotReach
from kith.post.lifecycle.telling import held, queued
from kith.post.models import OutgoingMessage
from kith.post.policies.safe_contact_rule import May, rules
from kith.post.safe_contact import address_for, is_same_mailbox, next_moment, ways_to_write
from kith.post.terms import MessageKind, MessageStatus


@dataclass(frozen=True, slots=True)
class _Way:
    kind: MessageKind
    address: str
    organization_id: UUID
    moment: datetime


@transaction.atomic
def queue_message_to_person(
    viewer: Viewer,
    *,
    person_id: UUID,
    address: str | None,
    about: Ref,
    subject: str,
    body: str,
    language: str,
    dedupe_key: str,
    owner_user_id: UUID | None,
) -> UUID:
    """Put one message to the person on its way, as their rule allows. Returns its id.

    Outside their hours it is held until the next allowed moment; at sending the rule is asked again.
    With an `address` it is a mail to that one mailbox, as for a link that signs somebody in; None: the way
    that the rule puts first. `subject` is what colleagues read: the mail itself always says "A message for
    you". The same `dedupe_key` again gives the first message's id. Raises MayNotReach if there is no rule,
    or none of its ways is open to us, or it names another mailbox.
    """
    check_subject(subject)
    now = clock.now()
    way = _way_to(viewer, person_id, now)
    if address is not None and (
        way.kind is not MessageKind.MAIL or not is_same_mailbox(way.address, address)
    ):
        raise MayNotReach
    message, is_new = OutgoingMessage.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "kind": way.kind,
            "status": _status(way, now),
            "about_kind": about.kind,
            "about_id": about.id,
            "person_id": person_id,
            "organization_id": way.organization_id,
            "sender_organization_id": viewer.organization_id,
            "owner_user_id": owner_user_id,
            "is_to_person": True,
            "is_for_one_mailbox": address is not None,
            "address": way.address,
            "subject": subject,
            "body": body,
            "language": language,
            "held_until": way.moment if way.moment > now else None,
            "queued_at": now,
            "ready_at": way.moment,
        },
    )
    if is_new:
        record(viewer, queued(message) if message.held_until is None else held(message))
    return message.id


def _way_to(viewer: Viewer, person_id: UUID, now: datetime) -> _Way:
    row = rules(viewer, May.OBEY).filter(person_id=person_id).first()
    if row is None:
        raise MayNotReach
    rule = row.safe_contact
    ways, moment = ways_to_write(rule), next_moment(rule, moment=now)
    if not ways or moment is None:
        raise MayNotReach
    return _Way(ways[0], address_for(rule, ways[0]), row.organization_id, moment)


def _status(way: _Way, now: datetime) -> MessageStatus:
    if way.moment > now:
        return MessageStatus.HELD
    return MessageStatus.QUEUED if way.kind is MessageKind.MAIL else MessageStatus.BY_HAND
