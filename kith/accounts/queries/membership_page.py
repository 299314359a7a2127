"""One colleague's role, before it is changed or ended."""

from dataclasses import dataclass
from uuid import UUID

from kith.accounts.policies.membership import one_membership
from kith.accounts.policies.user import one_user
from kith.accounts.terms import May
from kith.core.errors import NotFound
from kith.core.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class MembershipPage:
    """Whose role, which, and where."""

    id: UUID
    organization_id: UUID
    user_id: UUID
    name: str
    role: Role
    is_self: bool


def membership_page(viewer: Viewer, *, membership_id: UUID) -> MembershipPage:
    """A present role that `viewer` may change. Few statements. Raises NotFound or Denied."""
    row = one_membership(viewer, membership_id, May.MANAGE)
    if row.ended_at is not None:
        raise NotFound
    user = one_user(viewer, row.user_id, May.READ)
    return MembershipPage(
        row.id, row.organization_id, user.id, user.display_name, Role(row.role), user.id == viewer.user_id
    )
