"""Demo sign-ins, which must not exist on a real site."""

from dataclasses import dataclass
from uuid import UUID

from kith.accounts.policies.user import users
from kith.accounts.terms import May
from kith.core.errors import Denied
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class DemoUserLine:
    """One demo sign-in."""

    id: UUID
    email: str


def demo_users(viewer: Viewer) -> list[DemoUserLine]:
    """The active demo sign-ins, by e-mail: for `kith doctor` and checks. Raises Denied. One statement."""
    if not viewer.is_system:
        raise Denied
    rows = users(viewer, May.READ).filter(is_demo=True, is_active=True).order_by("email")
    return [DemoUserLine(row.id, row.email) for row in rows]
