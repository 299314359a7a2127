"""A page with a name that was closed by guessing is put before the owner of the referral."""

from uuid import UUID

from kith.care.actions.note_guessing import note_guessing
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.post.events import SinglePurposeLinkGuessed


@listens_to(SinglePurposeLinkGuessed)
def put_guessing_before_owner(viewer: Viewer, event: Recorded) -> None:
    """Make phoning the next step, and say why."""
    if event.payload["about_kind"] == "referral":
        note_guessing(viewer, referral_id=UUID(str(event.payload["about_id"])))
