"""Whoever accepts a person's invitation gets that person's own page."""

from uuid import UUID

from kith.accounts.events import InvitationAccepted
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.people.actions.link_accepted_invitation import link_accepted_invitation


@listens_to(InvitationAccepted)
def link_accepted_portal(viewer: Viewer, event: Recorded) -> None:
    """Link the login; an invitation that is nobody's here (a colleague's) is left alone."""
    link_accepted_invitation(
        viewer, invitation_id=event.subject.id, user_id=UUID(str(event.payload["user_id"]))
    )
