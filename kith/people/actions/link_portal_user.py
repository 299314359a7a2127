"""A login becomes the person's own."""

from uuid import UUID

from django.db import transaction

from kith.accounts.queries.memberships_of import memberships_of
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.people.errors import AlreadyLinked, LoginOfStaff
from kith.people.events import PortalLinked
from kith.people.policies.person import May, one_person_to_change, person_of_login, persons


@transaction.atomic
def link_portal_user(viewer: Viewer, *, person_id: UUID, user_id: UUID) -> None:
    """Give the person their own page through this login; the same pair again changes nothing.

    Raises NotFound, Denied (only the system links), AlreadyLinked if the login is another person's or the
    person has another login, or LoginOfStaff if it is one of those who help the person.
    """
    person = one_person_to_change(viewer, person_id, May.LINK_PORTAL)
    if person.portal_user_id == user_id:
        return
    if person_of_login(viewer, user_id=user_id).exists():
        raise AlreadyLinked
    if any(
        line.organization_id == person.organization_id for line in memberships_of(viewer, user_id=user_id)
    ):
        raise LoginOfStaff
    free = persons(viewer, May.LINK_PORTAL).filter(pk=person_id, portal_user_id__isnull=True)
    if not free.update(portal_user_id=user_id, portal_invitation_id=None):
        raise AlreadyLinked
    record(
        viewer,
        PortalLinked(
            subject=person.ref,
            organization_id=person.organization_id,
            person_id=person.id,
            portal_user_id=user_id,
        ),
    )
