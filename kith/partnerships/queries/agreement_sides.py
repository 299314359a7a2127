"""Who has signed any words of an agreement."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.clauses import parties
from kith.partnerships.policies.version import versions


def agreement_sides(viewer: Viewer, *, agreement_id: UUID) -> list[UUID]:
    """The ids of its parties by every wording, as far as the viewer may read it. One statement."""
    seen = versions(viewer, May.READ).filter(agreement_id=agreement_id).values_list("pk", flat=True)
    signed = parties(viewer, seen, May.READ).filter(signed_at__isnull=False).order_by()
    return list(signed.values_list("organization_id", flat=True).distinct())
