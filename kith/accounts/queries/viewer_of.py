"""Who is looking, once they have signed in."""

from dataclasses import replace
from uuid import UUID

from kith.accounts.policies.membership import live_memberships_of
from kith.accounts.policies.user import is_active_user
from kith.core.viewer import Door, Purpose, Role, Viewer

CARE_ROLES = frozenset({Role.NAVIGATOR, Role.CLINICIAN, Role.COORDINATOR})


def viewer_of(viewer: Viewer, *, user_id: UUID | None, organization_id: UUID | None) -> Viewer:
    """The viewer that a user is, starting from `Viewer.nobody(door)`. At most two statements.

    `organization_id` is the one they chose; without a choice, the only one they have. A stale or
    foreign choice, or several and none chosen: no organisation and no role. A user who is not
    active stays nobody. Acting for an organisation, the public door becomes the staff door.
    """
    if user_id is None:
        return viewer
    rows = list(live_memberships_of(user_id).values_list("organization_id", "role"))
    if not rows and not is_active_user(user_id):
        return viewer
    held = {organization for organization, _ in rows}
    acting_for = organization_id if organization_id is not None else _only(held)
    known = replace(viewer, user_id=user_id, purpose=Purpose.OWN_RECORD)
    if acting_for is None or acting_for not in held:
        return known
    roles = frozenset(Role(role) for organization, role in rows if organization == acting_for)
    return replace(
        known,
        organization_id=acting_for,
        roles=roles,
        purpose=Purpose.CARE if roles & CARE_ROLES else Purpose.OPERATIONS,
        door=Door.STAFF if viewer.door is Door.PUBLIC else viewer.door,
    )


def _only(held: set[UUID]) -> UUID | None:
    return next(iter(held)) if len(held) == 1 else None
