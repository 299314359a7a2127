"""Whom to write to at an organisation."""

from collections.abc import Iterable
from uuid import UUID

from kith.accounts.policies.membership import memberships
from kith.accounts.queries.sign_in_of import SignIn
from kith.accounts.terms import May
from kith.core.viewer import Role, Viewer


def members_to_tell(viewer: Viewer, *, organization_id: UUID, roles: Iterable[Role]) -> list[SignIn]:
    """The present members there with one of these roles, each once, for Kith itself and their own admins."""
    rows = memberships(viewer, May.MANAGE).filter(
        organization_id=organization_id,
        role__in=[role.value for role in roles],
        ended_at__isnull=True,
        user__is_active=True,
    )
    found = {
        row.user_id: SignIn(row.user_id, row.user.display_name, row.user.email)
        for row in rows.select_related("user").order_by("started_at", "pk")
    }
    return list(found.values())
