"""Every partner there is."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May, partners


def all_partners(viewer: Viewer) -> list[UUID]:
    """The organisations of the partners that the viewer may ask, in the order they were welcomed."""
    rows = partners(viewer, May.ROUTE).order_by("welcomed_at", "pk")
    return list(rows.values_list("organization_id", flat=True))
