"""Nobody without a worker who is there (promise 21)."""

from kith.accounts.events import MembershipEnded, RoleChanged
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.people.actions.reassign_people import reassign_people


@listens_to(MembershipEnded, RoleChanged)
def give_people_a_worker(viewer: Viewer, event: Recorded) -> None:
    """Give the people of one who left, or helps people no more, to a colleague."""
    if event.organization_id is not None:
        reassign_people(viewer, user_id=event.subject.id, organization_id=event.organization_id)
