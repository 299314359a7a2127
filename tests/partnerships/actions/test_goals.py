from uuid import UUID

import pytest

from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.change_goal_state import change_goal_state
from kith.partnerships.actions.set_goal import set_goal
from kith.partnerships.queries.goal_page import goal_page
from kith.partnerships.queries.shared_goals import shared_goals
from kith.partnerships.table_errors import BadGoal
from kith.partnerships.table_terms import EcologicalLevel, GoalState
from tests.factories.partnerships import a_member
from tests.factories.tables import a_goal, a_table

pytestmark = pytest.mark.django_db


def test_open_goals_come_first_with_how_they_will_be_known(
    manager: Viewer, coordinator: Viewer, mosque: UUID
) -> None:
    table = a_table(manager, mosque)
    first, second = a_goal(manager, table), a_goal(manager, table, "A quiet room")

    change_goal_state(manager, goal_id=first, state=GoalState.REACHED)

    lines = shared_goals(coordinator, partnership_id=table)
    assert [(line.id, line.state) for line in lines] == [(second, GoalState.OPEN), (first, GoalState.REACHED)]
    assert lines[0].how_known == "We count the days each month"
    assert lines[1].looked_at is not None


@pytest.mark.parametrize(
    ("words", "how_known"), [("", "So"), ("So", " "), ("x" * 301, "So"), ("So", "x" * 301)]
)
def test_a_goal_says_what_and_how_it_will_be_known(words: str, how_known: str, manager: Viewer) -> None:
    table = a_table(manager)

    with pytest.raises(BadGoal):
        set_goal(
            manager,
            partnership_id=table,
            words=words,
            how_known=how_known,
            level=EcologicalLevel.SOCIETY,
            due_on=None,
        )


def test_what_was_changed_stays_changed(manager: Viewer) -> None:
    goal_id = a_goal(manager, a_table(manager))

    change_goal_state(manager, goal_id=goal_id, state=GoalState.LET_GO)
    change_goal_state(manager, goal_id=goal_id, state=GoalState.OPEN)
    change_goal_state(manager, goal_id=goal_id, state=GoalState.CHANGED)

    with pytest.raises(StatusConflict):
        change_goal_state(manager, goal_id=goal_id, state=GoalState.OPEN)


def test_only_who_looks_after_the_table_sets_and_moves_goals(
    manager: Viewer, stranger: Viewer, mosque: UUID
) -> None:
    table = a_table(manager, mosque)
    goal_id = a_goal(manager, table)
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)

    for viewer, error in ((theirs, Denied), (stranger, NotFound)):
        with pytest.raises(error):
            a_goal(viewer, table)
        with pytest.raises(error):
            change_goal_state(viewer, goal_id=goal_id, state=GoalState.REACHED)
        with pytest.raises(error):
            goal_page(viewer, goal_id=goal_id)
