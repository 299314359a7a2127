"""The names of some services, and whose they are."""

from collections.abc import Collection
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services


def service_names(viewer: Viewer, *, service_ids: Collection[UUID]) -> dict[UUID, str]:
    """Name by id; an unknown id has none. One statement."""
    found = services(viewer, May.READ).filter(pk__in=set(service_ids))
    return dict(found.values_list("id", "name"))
