"""The steps of a shared goal, as a table."""

from kith.core.errors import StatusConflict
from kith.partnerships.table_terms import GoalState as G

NEXT: dict[G, frozenset[G]] = {
    G.OPEN: frozenset({G.REACHED, G.CHANGED, G.LET_GO}),
    G.REACHED: frozenset({G.OPEN}),
    G.LET_GO: frozenset({G.OPEN}),
    G.CHANGED: frozenset(),
}
"""What was reached or let go may be taken up again; in place of a changed one stands another."""


def check_step(now: str, then: G) -> None:
    """Let the step pass, or raise StatusConflict if the table does not have it."""
    if then not in NEXT[G(now)]:
        raise StatusConflict


def next_states(now: str) -> list[G]:
    """Where a goal may go from here, in the order of the list."""
    return [state for state in G if state in NEXT[G(now)]]
