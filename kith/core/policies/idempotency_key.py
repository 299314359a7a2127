"""A viewer finds its own keys only."""

from uuid import UUID

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


def outcome_sent(viewer: Viewer, key: UUID) -> UUID | None:
    """What came of this viewer's form; None if it has had no effect."""
    return keys_of(viewer).filter(key=key).values_list("outcome_id", flat=True).first()
