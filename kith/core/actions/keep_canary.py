"""Bind the database to its keys."""

from kith.core.errors import Denied
from kith.core.models import CANARY_ID, CANARY_WORDS, KeyCanary
from kith.core.viewer import Viewer


def keep_canary(viewer: Viewer) -> None:
    """Seal the known sentence, unless it was sealed before: then it stays, whatever keys are here now.

    Raises Denied for all but the system.
    """
    if not viewer.is_system:
        raise Denied
    KeyCanary.objects.get_or_create(id=CANARY_ID, defaults={"words": CANARY_WORDS})
