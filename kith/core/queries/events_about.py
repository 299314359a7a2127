"""What happened to one record."""

from uuid import UUID

from kith.core.event_line import EventLine, event_line
from kith.core.ids import Ref
from kith.core.policies.event import May, events
from kith.core.viewer import Viewer


def events_about(viewer: Viewer, *, about: Ref | None, person_id: UUID | None, limit: int) -> list[EventLine]:
    """The newest `limit` events about a thing, a person, or both (None: any), newest first.

    Only what the viewer may see: the person their own, a privacy officer those of their organisation; by
    person an officer finds only records that their own organisation keeps. One statement.
    """
    rows = events(viewer, May.READ if person_id is None else May.FIND_BY_PERSON)
    if about is not None:
        rows = rows.filter(subject_kind=about.kind, subject_id=about.id)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    return [event_line(viewer, row) for row in rows.order_by("-at", "-id")[:limit]]
