"""What some organisations offer, by name."""

from collections.abc import Collection
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services


def offered_services(viewer: Viewer, *, organization_ids: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Each organisation's services as name by id, in the order of their names. One statement."""
    found: dict[UUID, dict[UUID, str]] = {one: {} for one in organization_ids}
    rows = services(viewer, May.READ).filter(organization_id__in=set(organization_ids))
    for service_id, name, organization_id in rows.order_by("name", "pk").values_list(
        "pk", "name", "organization_id"
    ):
        found[organization_id][service_id] = name
    return found
