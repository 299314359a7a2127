"""Who may see and manage which membership."""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.accounts.errors import LastAdmin
from kith.accounts.models import Membership
from kith.accounts.terms import May
from kith.core.errors import NotFound
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Role, Viewer
from kith.directory.queries.organization_names import organization_names


def _own(viewer: Viewer) -> Q:
    return Q(user_id=viewer.user_id) if viewer.user_id is not None else NOTHING


def _of_own_organization(viewer: Viewer) -> Q:
    return Q(organization_id=viewer.organization_id) if viewer.has(*Role) else NOTHING


def _managed(viewer: Viewer) -> Q:
    if viewer.is_system:
        return ALL
    return _of_own_organization(viewer) if viewer.has(Role.ADMIN) else NOTHING


def _read(viewer: Viewer) -> Q:
    if viewer.is_system:
        return ALL
    return _own(viewer) | _of_own_organization(viewer)


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: _read,
    May.MANAGE: _managed,
}


def memberships(viewer: Viewer, may: May) -> QuerySet[Membership]:
    """The memberships that `viewer` may `may`, ended ones too."""
    return narrowed(Membership.objects.all(), POLICY, viewer, may)


def one_membership(viewer: Viewer, membership_id: UUID, may: May) -> Membership:
    """The one membership with this id. Raises NotFound or Denied."""
    return one(Membership.objects.all(), POLICY, viewer, row_id=membership_id, may=may, read=May.READ)


def manages(viewer: Viewer, organization_id: UUID) -> bool:
    """True if `viewer` may invite to, and change roles in, this organisation."""
    return viewer.is_system or (viewer.has(Role.ADMIN) and viewer.organization_id == organization_id)


def belongs_to(viewer: Viewer, organization_id: UUID) -> bool:
    """True if `viewer` acts for this organisation, in any role."""
    return viewer.has(*Role) and viewer.organization_id == organization_id


def check_known(viewer: Viewer, organization_id: UUID) -> None:
    """Raises NotFound if the directory has no such organisation."""
    if not organization_names(viewer, organization_ids=[organization_id]):
        raise NotFound


def live_memberships_of(user_id: UUID) -> QuerySet[Membership]:
    """What a user acts for just now; it is what a viewer is made of, so it cannot ask one."""
    return Membership.objects.filter(user_id=user_id, user__is_active=True, ended_at__isnull=True)


def live_admins() -> QuerySet[Membership]:
    """Every organisation's present admins who can sign in; only whether there is one may be told."""
    return Membership.objects.filter(role=Role.ADMIN, user__is_active=True, ended_at__isnull=True)


def check_not_last_admin(membership: Membership) -> None:
    """Raises LastAdmin if the organisation would be left without an admin.

    The admins' rows are locked until the transaction ends, so that two cannot end each other.
    """
    if membership.role != Role.ADMIN or membership.ended_at is not None:
        return
    admins = Membership.objects.select_for_update().filter(
        organization_id=membership.organization_id, role=Role.ADMIN, ended_at__isnull=True
    )
    if {admin.pk for admin in admins} <= {membership.pk}:
        raise LastAdmin
