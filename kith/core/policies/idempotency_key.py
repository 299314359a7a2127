"""A viewer finds its own keys only."""

from django.db.models import QuerySet

from kith.core.models import IdempotencyKey
from kith.core.viewer import Viewer


def viewer_mark(viewer: Viewer) -> str:
    """Who sent it, as one stable mark."""
    who = viewer.user_id or viewer.person_id or (viewer.only.id if viewer.only else "nobody")
    return f"{viewer.door.value}:{who}"


def keys_of(viewer: Viewer) -> QuerySet[IdempotencyKey]:
    """The keys that this viewer sent."""
    return IdempotencyKey.objects.filter(viewer=viewer_mark(viewer))
