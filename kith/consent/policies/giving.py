"""Who may write a person's yes or no down, before there is a row to narrow."""

from uuid import UUID

from kith.core.errors import NotFound
from kith.core.viewer import Door, Role, Viewer

WORKS_WITH_PEOPLE = (Role.NAVIGATOR, Role.CLINICIAN)


def check_speaks_for(viewer: Viewer, *, person_id: UUID, holder_id: UUID) -> None:
    """Let pass the person, those who work with them at the holder, and Kith itself. Raises NotFound.

    The room above checks that the person's record is the holder's.
    """
    if viewer.is_system or is_the_person_now(viewer, person_id=person_id):
        return
    if viewer.only is None and viewer.organization_id == holder_id and viewer.has(*WORKS_WITH_PEOPLE):
        return
    raise NotFound


def is_the_person_now(viewer: Viewer, *, person_id: UUID) -> bool:
    """Whether the viewer is that person, in the portal."""
    return viewer.door is Door.PORTAL and viewer.person_id == person_id
