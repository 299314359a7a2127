"""Saying where a shared goal stands."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.goal import check_step
from kith.partnerships.policies.table import one_goal_to_change
from kith.partnerships.table_events import GoalStateChanged
from kith.partnerships.table_terms import GoalState


@transaction.atomic
def change_goal_state(viewer: Viewer, *, goal_id: UUID, state: GoalState) -> None:
    """Reached, changed, let go, or taken up again.

    Raises NotFound, Denied or StatusConflict.
    """
    goal = one_goal_to_change(viewer, goal_id)
    check_step(goal.state, state)
    goal.state = state.value
    goal.looked_at = clock.now()
    goal.save(update_fields=["state", "looked_at"])
    subject = Ref("partnership", goal.partnership_id)
    record(viewer, GoalStateChanged(subject=subject, organization_id=viewer.organization_id, state=state))
