"""What the partners want to reach together."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.goal import next_states
from kith.partnerships.policies.table import goals
from kith.partnerships.table_terms import EcologicalLevel, GoalState


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal, how it will be known, where it stands, and where it may go from here."""

    id: UUID
    words: str
    how_known: str
    level: EcologicalLevel
    state: GoalState
    due_on: date | None
    looked_at: datetime | None
    next_states: tuple[GoalState, ...]


def shared_goals(viewer: Viewer, *, partnership_id: UUID) -> list[GoalLine]:
    """The open ones first, each in the order it was set. One statement."""
    lines = [
        GoalLine(
            id=row.pk,
            words=row.words,
            how_known=row.how_known,
            level=EcologicalLevel(row.level),
            state=GoalState(row.state),
            due_on=row.due_on,
            looked_at=row.looked_at,
            next_states=tuple(next_states(row.state)),
        )
        for row in goals(viewer, partnership_id)
    ]
    return sorted(lines, key=lambda line: line.state is not GoalState.OPEN)
