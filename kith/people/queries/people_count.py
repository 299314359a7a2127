"""How many people an organisation looks after."""

from kith.core.viewer import Viewer
from kith.people.policies.person import May, persons


def people_count(viewer: Viewer) -> int:
    """How many people the viewer may read: the length of the whole people list."""
    return persons(viewer, May.READ).count()
