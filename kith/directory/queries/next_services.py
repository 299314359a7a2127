"""The services that may leave, one stretch after the other."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.reading.published import ids_after, wanted_services
from kith.directory.wanted import Wanted


def next_services(viewer: Viewer, *, wanted: Wanted, after: UUID | None, most: int) -> list[UUID]:
    """The next ids after `after`, in their order; empty at the end. Memory does not grow."""
    return ids_after(wanted_services(viewer, wanted), after=after, most=most)
