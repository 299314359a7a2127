"""Who signs in with an address."""

from uuid import UUID

from kith.accounts.policies.user import users
from kith.accounts.terms import May
from kith.core.viewer import Viewer


def user_with_email(viewer: Viewer, *, email: str) -> UUID | None:
    """The user with this mail address, for Kith itself alone: to others nobody signs in. One statement."""
    if not viewer.is_system:
        return None
    rows = users(viewer, May.READ).filter(email=email.strip().lower())
    return rows.values_list("pk", flat=True).first()
