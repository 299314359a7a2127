"""A person's wish does not wait until somebody happens to look."""

from kith.care.actions.write_to_owner import write_to_owner
from kith.care.events import PersonChose
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer


@listens_to(PersonChose)
def tell_owner_of_choice(viewer: Viewer, event: Recorded) -> None:
    """Mail the worker who has the referral."""
    write_to_owner(viewer, referral_id=event.subject.id, dedupe_key=f"chose:{event.id}")
