"""The steps of a change for a while, as a table."""

from datetime import date

from kith.core.errors import StatusConflict
from kith.partnerships.terms import VariationStatus as V

NEXT: dict[V, frozenset[V]] = {
    V.ASKED: frozenset({V.AGREED, V.NOT_AGREED, V.TAKEN_BACK}),
    V.AGREED: frozenset({V.TAKEN_BACK}),
    V.NOT_AGREED: frozenset(),
    V.TAKEN_BACK: frozenset(),
}


def check_step(now: str, then: V) -> None:
    """Let the step pass, or raise StatusConflict if the table does not have it."""
    if then not in NEXT[V(now)]:
        raise StatusConflict


def may_be_answered(now: str, *, last_on: date, today: date) -> bool:
    """True while it is asked and its last day has not gone by."""
    return V(now) is V.ASKED and today <= last_on


def may_be_taken_back(now: str, *, first_on: date, today: date) -> bool:
    """True while it is asked; once agreed, until its first day: what began is kept as it was."""
    return V(now) is V.ASKED or (V(now) is V.AGREED and today < first_on)
