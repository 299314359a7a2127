"""The mail server took it."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.lifecycle.message import may_follow
from kith.post.lifecycle.telling import sent
from kith.post.policies.message import May, messages, one_message
from kith.post.terms import MessageKind, MessageStatus


@transaction.atomic
def note_sent(viewer: Viewer, *, message_id: UUID) -> bool:
    """Write that a claimed mail is out, also where a stop came while the mail server had it already.

    The text goes with it: it may hold a name or a link.

    Returns False, and changes nothing, where that is known or no longer so.
    """
    claimed = messages(viewer, May.SEND).filter(
        pk=message_id,
        kind=MessageKind.MAIL,
        status__in=may_follow(MessageStatus.SENT),
        claimed_at__isnull=False,
    )
    if not claimed.update(status=MessageStatus.SENT, sent_at=clock.now(), body=""):
        return False
    record(viewer, sent(one_message(viewer, message_id, May.SEND)))
    return True
