"""A mail that did not arrive goes back to the owner of the referral."""

from uuid import UUID

from kith.care.actions.phone_instead import phone_instead
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.post.events import MessageBounced


@listens_to(MessageBounced)
def put_bounce_before_owner(viewer: Viewer, event: Recorded) -> None:
    """Make phoning the next step of the referral that the mail was about."""
    if event.payload["about_kind"] == "referral":
        phone_instead(viewer, referral_id=UUID(str(event.payload["about_id"])))
