"""One shared goal, to say where it stands."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.goal import next_states
from kith.partnerships.policies.partnership import May
from kith.partnerships.policies.table import one_goal
from kith.partnerships.table_terms import GoalState


@dataclass(frozen=True, slots=True)
class GoalPage:
    """The goal, and where it may go from here."""

    id: UUID
    partnership_id: UUID
    words: str
    how_known: str
    state: GoalState
    next_states: tuple[GoalState, ...]


def goal_page(viewer: Viewer, *, goal_id: UUID) -> GoalPage:
    """For those who look after the table. Raises NotFound or Denied."""
    row = one_goal(viewer, goal_id, May.CHANGE)
    return GoalPage(
        row.pk,
        row.partnership_id,
        row.words,
        row.how_known,
        GoalState(row.state),
        tuple(next_states(row.state)),
    )
