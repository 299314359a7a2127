"""Whether an organisation waits for its first admin."""

from uuid import UUID

from kith.accounts.policies.starting import may_start
from kith.core.viewer import Viewer


def may_invite_admin(viewer: Viewer, *, organization_id: UUID) -> bool:
    """True if `viewer` looks after the site, and this foreign organisation has no admin. Two statements."""
    return may_start(viewer, organization_id)
