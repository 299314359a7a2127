"""What happened, for whoever looks after privacy."""

from uuid import UUID

from kith.care.policies.referral import referrals_to
from kith.core.event_line import EventLine
from kith.core.ids import Ref
from kith.core.queries.events_about import events_about
from kith.core.viewer import Viewer
from kith.disclosure.kept_out import people_kept_from


def trail(viewer: Viewer, *, about: Ref | None, person_id: UUID | None, limit: int) -> list[EventLine]:
    """The events as `events_about` gives them, without any of what a person keeps from this viewer.

    Newest first, at most `limit`. Whoever is kept out reads no trace of a request that their list does not
    hold (promise 2).
    """
    people = people_kept_from(viewer)
    lines = events_about(viewer, about=about, person_id=person_id, not_of=people, limit=limit)
    if not people:
        return lines
    hidden = {str(one) for one in referrals_to(viewer, people=people)}
    return [line for line in lines if not hidden & {str(line.subject.id), str(line.payload.get("about_id"))}]
