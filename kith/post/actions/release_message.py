"""The hour has come for a held message."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.lifecycle.telling import queued
from kith.post.policies.message import held_until_now
from kith.post.terms import MessageKind, MessageStatus


@transaction.atomic
def release_message(viewer: Viewer, *, message_id: UUID) -> bool:
    """Let a held message try to go out: a mail is queued, a text is shown to a colleague.

    Returns False where its hour has not come, or it was stopped or released already.
    """
    now = clock.now()
    message = held_until_now(viewer, moment=now).filter(pk=message_id).first()
    if message is None:
        return False
    message.status = MessageStatus.QUEUED if message.kind == MessageKind.MAIL else MessageStatus.BY_HAND
    message.ready_at = now
    if (
        not held_until_now(viewer, moment=now)
        .filter(pk=message_id)
        .update(status=message.status, ready_at=now, held_until=None)
    ):
        return False
    record(viewer, queued(message))
    return True
