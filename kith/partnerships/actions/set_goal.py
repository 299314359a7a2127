"""Saying what the partners want to reach together."""

from datetime import date
from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.models import SharedGoal
from kith.partnerships.policies.partnership import May, one_partnership_to_change
from kith.partnerships.policies.table import goal_count
from kith.partnerships.table_errors import BadGoal
from kith.partnerships.table_events import GoalSet
from kith.partnerships.table_terms import EcologicalLevel

LONGEST = 300


@transaction.atomic
def set_goal(
    viewer: Viewer,
    *,
    partnership_id: UUID,
    words: str,
    how_known: str,
    level: EcologicalLevel,
    due_on: date | None,
) -> UUID:
    """Keep a goal with how it will be known and by when. Returns its id.

    Raises NotFound, Denied or BadGoal.
    """
    partnership = one_partnership_to_change(viewer, partnership_id, May.CHANGE)
    for field, value in {"words": words, "how_known": how_known}.items():
        if not value.strip() or len(value.strip()) > LONGEST:
            raise BadGoal(field=field)
    goal = SharedGoal.objects.create(
        partnership=partnership,
        place=goal_count(partnership),
        words=words.strip(),
        how_known=how_known.strip(),
        level=level.value,
        due_on=due_on,
    )
    record(viewer, GoalSet(subject=partnership.ref, organization_id=viewer.organization_id, level=level))
    return goal.pk
