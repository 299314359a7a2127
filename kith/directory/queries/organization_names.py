"""The names of some organisations."""

from collections.abc import Collection
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.organization import May, organizations


def organization_names(viewer: Viewer, *, organization_ids: Collection[UUID]) -> dict[UUID, str]:
    """Name by id; an unknown id has none. One statement."""
    found = organizations(viewer, May.READ).filter(pk__in=set(organization_ids))
    return dict(found.values_list("id", "name"))
