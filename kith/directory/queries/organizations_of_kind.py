"""The first few organisations of one kind."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.organization import May, organizations
from kith.directory.terms import OrganizationKind


def organizations_of_kind(viewer: Viewer, *, kind: OrganizationKind, most: int) -> list[tuple[UUID, str]]:
    """Id and name, by name, at most so many. One statement."""
    rows = organizations(viewer, May.READ).filter(kind=kind.value).order_by("name", "id")
    return list(rows.values_list("id", "name")[:most])
