"""What a user acts for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.accounts.policies.membership import memberships
from kith.accounts.terms import May
from kith.core.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class MembershipLine:
    """One role in one organisation."""

    id: UUID
    organization_id: UUID
    role: Role
    since: datetime


def memberships_of(viewer: Viewer, *, user_id: UUID) -> list[MembershipLine]:
    """The present roles of one user, as far as `viewer` may see them; oldest first. One statement."""
    rows = memberships(viewer, May.READ).filter(user_id=user_id, ended_at__isnull=True)
    return [
        MembershipLine(row.id, row.organization_id, Role(row.role), row.started_at)
        for row in rows.order_by("started_at", "id")
    ]
