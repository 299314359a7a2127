"""Starting an organisation, or rescuing it: where nobody is admin, the host's admin may invite one."""

from uuid import UUID

from kith.accounts.errors import InvitationOvertaken
from kith.accounts.lifecycle.invitation import is_from_outside
from kith.accounts.models import Invitation
from kith.accounts.policies.membership import belongs_to, check_known, live_admins, manages
from kith.core.errors import Denied, NotFound
from kith.core.locks import hold_lock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role, Viewer


def is_host_admin(viewer: Viewer) -> bool:
    """True for an admin of the organisation that runs the site."""
    if not viewer.has(Role.ADMIN):
        return False
    return site_profile(viewer).host_organization_id == viewer.organization_id


def has_admin(organization_id: UUID) -> bool:
    """True if somebody who can sign in is an admin of this organisation now."""
    return live_admins().filter(organization_id=organization_id).exists()


def may_start(viewer: Viewer, organization_id: UUID) -> bool:
    """True if `viewer` looks after the site and this foreign organisation has no admin of its own."""
    is_foreign = viewer.organization_id != organization_id
    return is_foreign and is_host_admin(viewer) and not has_admin(organization_id)


def roles_to_offer(viewer: Viewer, organization_id: UUID) -> tuple[Role, ...]:
    """The roles in which `viewer` may invite somebody there: all at home, an admin where none is."""
    if manages(viewer, organization_id):
        return tuple(Role)
    return (Role.ADMIN,) if may_start(viewer, organization_id) else ()


def check_offers(viewer: Viewer, organization_id: UUID, role: Role) -> None:
    """Raises NotFound for a foreign or unknown organisation; Denied where others, or other roles, may."""
    offered = roles_to_offer(viewer, organization_id)
    if not offered and not belongs_to(viewer, organization_id):
        raise NotFound
    check_known(viewer, organization_id)
    if role not in offered:
        raise Denied


def check_still_offered(invitation: Invitation) -> None:
    """Raises InvitationOvertaken if it came from outside, and is no longer one to a first admin."""
    if not invitation.role or not is_from_outside(invitation):
        return
    if invitation.role != Role.ADMIN or has_admin(invitation.organization_id):
        raise InvitationOvertaken


def one_at_a_time(invitation: Invitation) -> None:
    """Wait until nobody else takes up an invitation from outside to the same organisation."""
    if is_from_outside(invitation):
        hold_lock(f"accounts.first_admin:{invitation.organization_id}")
