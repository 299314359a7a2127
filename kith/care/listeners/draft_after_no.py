"""After a no, the next place is drafted for the worker, never asked by itself."""

from kith.care.actions.draft_reroute import draft_reroute
from kith.care.events import ReferralDeclined
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer


@listens_to(ReferralDeclined)
def draft_after_no(viewer: Viewer, event: Recorded) -> None:
    """Draft one reroute where another service can be asked and nothing else is open for the need."""
    draft_reroute(viewer, referral_id=event.subject.id)
