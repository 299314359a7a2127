"""Whether a user has been away too long."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from kith.accounts.policies.user import users
from kith.accounts.terms import May
from kith.core import clock
from kith.core.viewer import Viewer


def is_idle(viewer: Viewer, *, user_id: UUID) -> bool:
    """True if the viewer's own last page is longer ago than KITH_IDLE_MINUTES. One statement.

    `viewer` is the user, as `viewer_of` gives it. Anyone else, or never seen: idle.
    """
    limit = clock.now() - timedelta(minutes=settings.KITH_IDLE_MINUTES)
    return not users(viewer, May.CHANGE).filter(pk=user_id, last_seen_at__gt=limit).exists()
