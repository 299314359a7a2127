"""Stop what has not gone out."""

from django.db import transaction

from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.events import MessagesCancelled
from kith.post.lifecycle.message import may_follow
from kith.post.policies.message import May, messages_on
from kith.post.terms import MessageStatus


@transaction.atomic
def cancel_messages(viewer: Viewer, *, about: Ref) -> int:
    """Stop every message about `about` that has not gone out. Returns how many.

    One conditional UPDATE: a message is either stopped here or its sending had begun before this
    commits. A message whose sender died half-way is stopped too and is not tried again. The words
    of all of them are forgotten.
    """
    waiting = messages_on(viewer, May.STOP, about=about).filter(
        status__in=may_follow(MessageStatus.CANCELLED)
    )
    count = waiting.update(status=MessageStatus.CANCELLED, body="")
    if count:
        record(viewer, MessagesCancelled(subject=about, count=count))
    return count
