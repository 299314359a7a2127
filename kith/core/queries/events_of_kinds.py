"""Some kinds of events, however many others came after them."""

from collections.abc import Collection

from kith.core.event_line import EventLine, event_line
from kith.core.policies.event import May, events
from kith.core.viewer import Viewer


def events_of_kinds(viewer: Viewer, *, kinds: Collection[str], limit: int) -> list[EventLine]:
    """The newest `limit` events of these kinds that the viewer may see, newest first. One statement."""
    rows = events(viewer, May.READ).filter(kind__in=set(kinds))
    return [event_line(viewer, row) for row in rows.order_by("-at", "-id")[:limit]]
