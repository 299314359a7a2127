"""What was promised and what came of it goes down to the partnerships, where both sides read it."""

from kith.care.actions.tell_promise import tell_promise
from kith.care.events import (
    CallAsked,
    PromisedTimeMoved,
    ReferralAccepted,
    ReferralAsked,
    ReferralClosed,
    ReferralDeclined,
    ReferralWithdrawn,
)
from kith.care.queries.untold_promises import untold_promises
from kith.core.events import Recorded, listens_to
from kith.core.schedule import every
from kith.core.viewer import Viewer

HOUR = 3600


@listens_to(
    ReferralAsked,
    CallAsked,
    ReferralAccepted,
    ReferralDeclined,
    ReferralClosed,
    ReferralWithdrawn,
    PromisedTimeMoved,
)
def tell_what_became(viewer: Viewer, event: Recorded) -> None:
    """Tell how it stands now, not what the event said: so the order of delivery does not matter."""
    tell_promise(viewer, referral_id=event.subject.id)


@every(seconds=HOUR)
def tell_of_earlier_asks(viewer: Viewer) -> None:
    """Requests from before promises were kept, and any that was missed: some each hour."""
    for referral_id in untold_promises(viewer):
        tell_promise(viewer, referral_id=referral_id)
