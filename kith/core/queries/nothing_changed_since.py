"""Whether what was read before still holds."""

from kith.core.storage.unchanged import unchanged_since
from kith.core.viewer import Viewer


def nothing_changed_since(viewer: Viewer) -> float | None:
    """A moment, by `time.monotonic`, since which nobody changed anything; None where that is not known.

    What any thread began to read at that moment or later would be read the same now. For what everybody may
    read: whoever came by a link to one record is told nothing.
    """
    return unchanged_since() if viewer.only is None else None
