"""Which services organisations offer, of those that may leave."""

from collections.abc import Sequence
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services
from kith.directory.reading.published import may_leave


def services_of_organizations(viewer: Viewer, *, organization_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """The ids of each organisation's services, in their order; each has an entry. One statement."""
    found: dict[UUID, list[UUID]] = {one: [] for one in organization_ids}
    rows = services(viewer, May.READ).filter(may_leave(viewer), organization_id__in=organization_ids)
    for service_id, organization_id in rows.order_by("pk").values_list("pk", "organization_id"):
        found[organization_id].append(service_id)
    return found
