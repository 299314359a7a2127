"""Another worker is the owner now, of the messages too."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.events import MessagesPassedOn
from kith.post.policies.message import May, messages_on


@transaction.atomic
def pass_on_messages(viewer: Viewer, *, about: Ref, to_user_id: UUID) -> int:
    """Make `to_user_id` the owner of every message about `about`, texts that wait for a phone among them.

    The calling room has asked who looks after the record now. Returns how many were somebody else's.
    """
    others = messages_on(viewer, May.CHANGE_OWNER, about=about).exclude(owner_user_id=to_user_id)
    count = others.update(owner_user_id=to_user_id)
    if count:
        record(viewer, MessagesPassedOn(subject=about, count=count, to_user_id=to_user_id))
    return count
