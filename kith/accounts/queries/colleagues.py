"""Who works here."""

from dataclasses import dataclass
from uuid import UUID

from kith.accounts.policies.membership import memberships
from kith.accounts.terms import May
from kith.core.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """One colleague and what they do."""

    user_id: UUID
    name: str
    roles: frozenset[Role]


def colleagues(viewer: Viewer) -> list[ColleagueLine]:
    """The present members of the organisation `viewer` acts for, by name; oneself too. One statement."""
    if viewer.organization_id is None:
        return []
    rows = memberships(viewer, May.READ).filter(
        organization_id=viewer.organization_id, ended_at__isnull=True, user__is_active=True
    )
    held: dict[tuple[str, UUID], set[Role]] = {}
    for name, user_id, role in rows.values_list("user__display_name", "user_id", "role"):
        held.setdefault((name, user_id), set()).add(Role(role))
    return [ColleagueLine(user_id, name, frozenset(roles)) for (name, user_id), roles in sorted(held.items())]
