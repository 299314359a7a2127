"""What to call people on a worker's screens."""

from collections.abc import Iterable
from uuid import UUID

from kith.core.viewer import Viewer
from kith.people.policies.person import May, persons


def person_labels(viewer: Viewer, *, person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The alias of each of these people whose record the viewer may read; the others are left out."""
    rows = persons(viewer, May.READ).filter(pk__in=set(person_ids)).only("id", "alias")
    return {row.id: row.alias for row in rows}
