"""An invitation to a person's own page was accepted."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.people.actions.link_portal_user import link_portal_user
from kith.people.errors import AlreadyLinked, LoginOfStaff
from kith.people.events import PortalNotLinked
from kith.people.policies.person import May, persons


@transaction.atomic
def link_accepted_invitation(viewer: Viewer, *, invitation_id: UUID, user_id: UUID) -> None:
    """Give the login the page that the invitation was for.

    Nothing happens for an invitation that was replaced or is a colleague's. A login that is another
    person's already, or a helper's, is not linked, and that is recorded: the worker sees that the page is
    not open.
    """
    person = persons(viewer, May.LINK_PORTAL).filter(portal_invitation_id=invitation_id).first()
    if person is None:
        return
    try:
        link_portal_user(viewer, person_id=person.id, user_id=user_id)
    except (AlreadyLinked, LoginOfStaff):
        person.portal_invitation_id = None
        person.save(update_fields=["portal_invitation_id"])
        record(
            viewer,
            PortalNotLinked(
                subject=person.ref,
                organization_id=person.organization_id,
                person_id=person.id,
                portal_user_id=user_id,
            ),
        )
