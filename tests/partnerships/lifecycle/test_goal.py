import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.core.errors import StatusConflict
from kith.partnerships.lifecycle.goal import NEXT, check_step, next_states
from kith.partnerships.table_terms import GoalState


def test_every_state_is_in_the_table() -> None:
    assert set(NEXT) == set(GoalState)


@given(st.lists(st.sampled_from(GoalState), max_size=30))
def test_a_random_walk_never_leaves_the_table(walk: list[GoalState]) -> None:
    now = GoalState.OPEN
    for then in walk:
        if then in next_states(now):
            check_step(now, then)
            now = then
        else:
            with pytest.raises(StatusConflict):
                check_step(now, then)

    assert now in NEXT
