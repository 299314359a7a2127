"""The viewer that a single-purpose link makes."""

from dataclasses import replace
from uuid import UUID

from kith.core.ids import Ref
from kith.core.viewer import Door, Purpose, Viewer


def viewer_by_link(*, about: Ref, organization_id: UUID) -> Viewer:
    """A viewer of exactly one record, acting for the organisation that was asked."""
    return replace(
        Viewer.nobody(Door.ANSWER), organization_id=organization_id, purpose=Purpose.CARE, only=about
    )
