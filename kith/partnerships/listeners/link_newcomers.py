"""A human who is a contact somewhere has a sign-in now."""

from kith.accounts.events import UserCreated
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.partnerships.actions.link_contacts import link_contacts


@listens_to(UserCreated)
def link_newcomers(viewer: Viewer, event: Recorded) -> None:
    """Note the new user beside contacts with the same mail address."""
    link_contacts(viewer, user_id=event.subject.id)
