"""Whom a person does not want to see their things."""

from uuid import UUID

from kith.consent.policies.exclusion import May, exclusions
from kith.consent.views_of import ExclusionLine
from kith.core.viewer import Viewer


def exclusions_of(viewer: Viewer, *, person_id: UUID) -> list[ExclusionLine]:
    """The exclusions that hold now, oldest first. A privacy officer sees that they are, not the words.

    Two statements.
    """
    rows = exclusions(viewer, May.SEE_THAT_IT_IS).filter(person_id=person_id, lifted_at=None)
    readable = set(exclusions(viewer, May.READ).filter(person_id=person_id).values_list("id", flat=True))
    return [
        ExclusionLine(
            id=row.id,
            person_id=row.person_id,
            organization_id=row.organization_id,
            contact_id=row.contact_id,
            excluded_at=row.excluded_at,
            words=row.words if row.id in readable else "",
        )
        for row in rows.order_by("excluded_at", "id")
    ]
