"""No mail server took it this time."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.lifecycle.telling import bounced
from kith.post.policies.message import May, messages, one_message
from kith.post.terms import BounceReason, MessageStatus

TRIED_FOR = timedelta(hours=24)


@transaction.atomic
def put_back_message(viewer: Viewer, *, message_id: UUID) -> MessageStatus:
    """Put a claimed mail back into the queue; after a day of tries give up and tell its owner.

    Returns where it stands now. A message that was stopped meanwhile stays stopped.
    """
    now = clock.now()
    claimed = messages(viewer, May.SEND).filter(pk=message_id, status=MessageStatus.SENDING)
    if claimed.filter(ready_at__gt=now - TRIED_FOR).update(status=MessageStatus.QUEUED):
        return MessageStatus.QUEUED
    if claimed.update(
        status=MessageStatus.BOUNCED, bounced_at=now, bounce_reason=BounceReason.NOT_TAKEN_IN_TIME, body=""
    ):
        record(viewer, bounced(one_message(viewer, message_id, May.SEND)))
    return MessageStatus(one_message(viewer, message_id, May.SEND).status)
