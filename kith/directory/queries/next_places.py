"""Which services are given where, of those that may leave, one stretch after the other."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.reading.published import ids_after
from kith.directory.reading.wanted_places import wanted_places
from kith.directory.wanted import Wanted


def next_places(
    viewer: Viewer, *, wanted: Wanted, postcode: str, metres: float | None, after: UUID | None, most: int
) -> list[UUID]:
    """The next ids after `after`, in their order; empty at the end. Memory does not grow."""
    rows = wanted_places(viewer, wanted, postcode=postcode, metres=metres)
    return ids_after(rows, after=after, most=most)
