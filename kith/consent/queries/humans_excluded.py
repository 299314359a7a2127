"""Which humans are excluded by anybody."""

from dataclasses import dataclass
from uuid import UUID

from kith.consent.policies.exclusion import May, exclusions
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class HumanExcluded:
    """One human at a partner, whom one person does not want to see their things."""

    person_id: UUID
    contact_id: UUID


def humans_excluded(viewer: Viewer) -> list[HumanExcluded]:
    """Every exclusion of one human that holds now, as far as the viewer may read it. One statement."""
    rows = exclusions(viewer, May.READ).filter(contact_id__isnull=False, lifted_at=None)
    pairs = rows.order_by("id").values_list("person_id", "contact_id")
    return [HumanExcluded(person_id, contact_id) for person_id, contact_id in pairs if contact_id is not None]
