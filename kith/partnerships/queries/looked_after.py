"""Which parties a viewer's organisation looks after, and so may answer for on the phone."""

from collections.abc import Iterable
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import welcomed_among


def looked_after(viewer: Viewer, *, organization_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these partners that the viewer's organisation welcomed. One statement."""
    return welcomed_among(viewer, organization_ids)
