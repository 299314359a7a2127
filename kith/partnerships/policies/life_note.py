"""What was noted on the way is seen by those who are bound by the agreement."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.partnerships.models import LifeNote
from kith.partnerships.policies.agreement import May, agreements


def life_notes(viewer: Viewer, agreement_ids: Iterable[UUID]) -> QuerySet[LifeNote]:
    """The notes on these agreements, the newest first."""
    seen = agreements(viewer, May.FOLLOW).filter(pk__in=list(agreement_ids))
    return LifeNote.objects.filter(agreement_id__in=seen.values("pk")).order_by("-noted_at", "-pk")
