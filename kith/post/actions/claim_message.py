"""The one moment at which a mail begins to leave."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import override

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.lifecycle.message import STALE_AFTER
from kith.post.lifecycle.telling import bounced, held
from kith.post.mail import Mail
from kith.post.models import OutgoingMessage
from kith.post.policies import safe_contact_rule
from kith.post.policies.message import May, one_message, waiting_to_go
from kith.post.safe_contact import SafeContact, is_same_mailbox, next_moment, ways_to_write
from kith.post.terms import NEUTRAL_SUBJECT, BounceReason, MessageKind, MessageStatus


@transaction.atomic
def claim_message(viewer: Viewer, *, message_id: UUID) -> Mail | None:
    """Take one waiting mail for sending: None if it was stopped, is held, or another sender has it.

    A mail whose sender fell silent for 30 seconds may be taken again (at least once; the Message-ID stays
    the same). For a mail to a person their rule is asked again, as it stands now: the mail goes to the
    mailbox that it names now, or nowhere if it was for one mailbox only.
    """
    now = clock.now()
    waiting = waiting_to_go(viewer, stale_before=now - STALE_AFTER).filter(pk=message_id)
    if not waiting.update(status=MessageStatus.SENDING, claimed_at=now, attempts=F("attempts") + 1):
        return None
    message = one_message(viewer, message_id, May.SEND)
    if message.is_to_person and message.person_id is not None:
        return _as_the_person_allows(viewer, message, message.person_id, now)
    return _mail(message, address=message.address, subject=message.subject)


def _as_the_person_allows(
    viewer: Viewer, message: OutgoingMessage, person_id: UUID, now: datetime
) -> Mail | None:
    rules = safe_contact_rule.rules(viewer, safe_contact_rule.May.OBEY)
    row = rules.filter(person_id=person_id).first()
    rule = row.safe_contact if row is not None else None
    moment = next_moment(rule, moment=now) if rule is not None else None
    if rule is None or moment is None or not _may_have(rule, message):
        _give_up(viewer, message, now)
        return None
    if moment > now:
        _hold(viewer, message, moment)
        return None
    with override(message.language):
        return _mail(message, address=rule.email, subject=str(NEUTRAL_SUBJECT))


def _may_have(rule: SafeContact, message: OutgoingMessage) -> bool:
    """True if the rule allows mail; what was written for one mailbox goes to no other that it names now."""
    if MessageKind.MAIL not in ways_to_write(rule):
        return False
    return not message.is_for_one_mailbox or is_same_mailbox(rule.email, message.address)


def _mail(message: OutgoingMessage, *, address: str, subject: str) -> Mail:
    return Mail(id=message.id, address=address, subject=subject, body=message.body, language=message.language)


def _hold(viewer: Viewer, message: OutgoingMessage, moment: datetime) -> None:
    message.status, message.held_until, message.ready_at = MessageStatus.HELD, moment, moment
    message.save(update_fields=["status", "held_until", "ready_at"])
    record(viewer, held(message))


def _give_up(viewer: Viewer, message: OutgoingMessage, now: datetime) -> None:
    message.status, message.bounced_at = MessageStatus.BOUNCED, now
    message.bounce_reason, message.body = BounceReason.MAY_NOT_REACH, ""
    message.save(update_fields=["status", "bounced_at", "bounce_reason", "body"])
    record(viewer, bounced(message))
