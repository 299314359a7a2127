"""Which kind of partner some organisations are."""

from collections.abc import Collection
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.organization import May, organizations
from kith.directory.terms import OrganizationKind


def organization_kinds(viewer: Viewer, *, organization_ids: Collection[UUID]) -> dict[UUID, OrganizationKind]:
    """Kind by id; an unknown id has none. One statement."""
    found = organizations(viewer, May.READ).filter(pk__in=set(organization_ids))
    return {key: OrganizationKind(kind) for key, kind in found.values_list("id", "kind")}
