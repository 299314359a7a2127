"""Keep when a user was last here."""

from django.db import transaction
from django.db.models import Q

from kith.accounts.policies.user import users
from kith.accounts.terms import LAST_SEEN_EVERY, May
from kith.core import clock
from kith.core.viewer import Viewer


@transaction.atomic
def note_last_seen(viewer: Viewer) -> bool:
    """Write that the viewer was here, at most once a minute, by one conditional update. True if written.

    No event: being here is not something that happens to a record.
    """
    if viewer.user_id is None:
        return False
    due = Q(last_seen_at__isnull=True) | Q(last_seen_at__lte=clock.now() - LAST_SEEN_EVERY)
    return users(viewer, May.CHANGE).filter(due, pk=viewer.user_id).update(last_seen_at=clock.now()) == 1
