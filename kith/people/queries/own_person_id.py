"""Whose own page a login opens."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.people.policies.person import person_of_login


def own_person_id(viewer: Viewer, *, user_id: UUID) -> UUID | None:
    """The person whose own login `user_id` is; None for staff, and for anyone else's login."""
    return person_of_login(viewer, user_id=user_id).values_list("id", flat=True).first()
