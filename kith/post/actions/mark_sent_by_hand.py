"""A colleague sent the text from their own phone."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.lifecycle.telling import sent
from kith.post.policies.message import May, messages, one_message
from kith.post.terms import MessageStatus


@transaction.atomic
def mark_sent_by_hand(viewer: Viewer, *, message_id: UUID) -> None:
    """Write that the text is out, and forget its words.

    Raises NotFound, Denied, or StatusConflict if it was stopped or sent.
    """
    message = one_message(viewer, message_id, May.SEND_BY_HAND)
    waiting = messages(viewer, May.SEND_BY_HAND).filter(pk=message_id, status=MessageStatus.BY_HAND)
    if not waiting.update(status=MessageStatus.SENT, sent_at=clock.now(), body=""):
        raise StatusConflict
    record(viewer, sent(message))
