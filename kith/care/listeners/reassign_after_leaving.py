"""No clock without a present owner (promise 21)."""

from kith.accounts.events import MembershipEnded, RoleChanged
from kith.care.actions.reassign_referrals import reassign_referrals
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer


@listens_to(MembershipEnded, RoleChanged)
def reassign_after_leaving(viewer: Viewer, event: Recorded) -> None:
    """Give the open referrals of one who left, or helps people no more, to a colleague."""
    if event.organization_id is not None:
        reassign_referrals(viewer, user_id=event.subject.id, organization_id=event.organization_id)
