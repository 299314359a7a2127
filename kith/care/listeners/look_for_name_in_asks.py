"""A name or number that is written down later may stand in a question that is out already (promise 1)."""

from kith.care.actions.note_name_in_ask import note_name_in_ask
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.disclosure.queries.asks_with_name import asks_with_name
from kith.people.events import PersonChanged
from kith.post.events import SafeContactSet


@listens_to(PersonChanged, SafeContactSet)
def look_for_name_in_asks(viewer: Viewer, event: Recorded) -> None:
    """Put each such question before its owner: what they have read can only be put right by phone."""
    if event.person_id is None:
        return
    for about in sorted(asks_with_name(viewer, person_id=event.person_id), key=str):
        if about.kind == "referral":
            note_name_in_ask(viewer, referral_id=about.id)
