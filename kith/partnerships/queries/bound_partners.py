"""With whom an organisation has an agreement today."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.binding import bound_to


def bound_partners(viewer: Viewer, *, sender_id: UUID) -> frozenset[UUID]:
    """The other organisations, as far as the viewer may know; to look there first, for `route` decides.

    One statement.
    """
    rows = bound_to(viewer, sender_id=sender_id)
    return frozenset(rows.values_list("organization_id", flat=True))
