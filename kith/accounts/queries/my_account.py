"""The viewer's own sign-in."""

from dataclasses import dataclass
from uuid import UUID

from kith.accounts.policies.membership import live_memberships_of
from kith.accounts.policies.user import one_user
from kith.accounts.terms import May
from kith.core.errors import NotFound
from kith.core.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class ActsFor:
    """One organisation the user acts for, and in which roles."""

    organization_id: UUID
    roles: tuple[Role, ...]
    is_current: bool


@dataclass(frozen=True, slots=True)
class MyAccountPage:
    """Name, e-mail and organisations, oldest first."""

    name: str
    email: str
    is_demo: bool
    acts_for: list[ActsFor]


def my_account(viewer: Viewer) -> MyAccountPage:
    """The viewer's own sign-in. Two statements. Raises NotFound for nobody."""
    if viewer.user_id is None:
        raise NotFound
    user = one_user(viewer, viewer.user_id, May.CHANGE)
    held: dict[UUID, list[Role]] = {}
    rows = live_memberships_of(user.id).order_by("started_at", "id")
    for organization_id, role in rows.values_list("organization_id", "role"):
        held.setdefault(organization_id, []).append(Role(role))
    acts_for = [
        ActsFor(organization_id, tuple(roles), organization_id == viewer.organization_id)
        for organization_id, roles in held.items()
    ]
    return MyAccountPage(user.display_name, user.email, user.is_demo, acts_for)
