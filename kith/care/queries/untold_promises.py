"""Asked requests of which the partnerships have not been told."""

from uuid import UUID

from kith.care.policies.referral import May, referrals
from kith.core.viewer import Viewer
from kith.partnerships.queries.noted_promises import noted_promises

AT_ONCE = 500


def untold_promises(viewer: Viewer) -> list[UUID]:
    """The ids of at most 500 requests, the oldest first; for Kith itself only."""
    asked = referrals(viewer, May.TEND).filter(asked_at__isnull=False).order_by("asked_at", "pk")
    noted = noted_promises(viewer)
    untold = (pk for pk in asked.values_list("pk", flat=True).iterator() if pk not in noted)
    return [pk for pk, _place in zip(untold, range(AT_ONCE), strict=False)]
