"""Who may see and add organisations."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.errors import Denied
from kith.core.policies.narrowing import NOTHING, narrowed, one
from kith.core.viewer import Role, Viewer
from kith.directory.models import Organization
from kith.directory.policies.who import as_host, as_system, everyone, is_of_host


class May(StrEnum):
    """What may be done with an organisation's listing."""

    READ = "read"
    ADD_SERVICE = "add_service"
    EDIT = "edit"


def _itself(viewer: Viewer) -> Q:
    return Q(pk=viewer.organization_id) if viewer.has(Role.COORDINATOR, Role.CURATOR, Role.ADMIN) else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: everyone,
    May.ADD_SERVICE: lambda viewer: (
        _itself(viewer)
        | as_host(viewer, Role.CURATOR, Role.ADMIN, Role.PARTNERSHIP_MANAGER)
        | as_system(viewer)
    ),
    May.EDIT: lambda viewer: _itself(viewer) | as_host(viewer, Role.CURATOR, Role.ADMIN) | as_system(viewer),
}


def organizations(viewer: Viewer, may: May) -> QuerySet[Organization]:
    """The organisations that the viewer may `may`."""
    return narrowed(Organization.objects.all(), POLICY, viewer, may)


def one_organization(viewer: Viewer, organization_id: UUID, may: May) -> Organization:
    """One organisation. Raises NotFound or Denied."""
    return one(Organization.objects.all(), POLICY, viewer, row_id=organization_id, may=may, read=May.READ)


def one_organization_to_change(viewer: Viewer, organization_id: UUID, may: May) -> Organization:
    """As `one_organization`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Organization.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=organization_id, may=may, read=May.READ)


def check_may_add(viewer: Viewer) -> None:
    """Raises Denied unless the viewer may list new organisations."""
    if not (viewer.is_system or is_of_host(viewer, Role.CURATOR, Role.ADMIN, Role.PARTNERSHIP_MANAGER)):
        raise Denied
