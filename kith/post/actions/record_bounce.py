"""A message did not arrive."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.lifecycle.message import may_follow
from kith.post.lifecycle.telling import bounced
from kith.post.policies.message import May, messages, one_message
from kith.post.terms import BounceReason, MessageStatus


@transaction.atomic
def record_bounce(viewer: Viewer, *, message_id: UUID, reason: BounceReason) -> bool:
    """Write that a message did not arrive; its owner is told by the event.

    Returns False, and changes nothing, where that is known already or the message never went out.
    Raises NotFound for a message that the viewer may not see.
    """
    one_message(viewer, message_id, May.BOUNCE)
    gone = messages(viewer, May.BOUNCE).filter(pk=message_id, status__in=may_follow(MessageStatus.BOUNCED))
    if not gone.update(status=MessageStatus.BOUNCED, bounced_at=clock.now(), bounce_reason=reason, body=""):
        return False
    record(viewer, bounced(one_message(viewer, message_id, May.BOUNCE)))
    return True
