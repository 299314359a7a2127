"""The referral's steps, as a table."""

from kith.care.terms import ReferralStatus as S
from kith.core.errors import StatusConflict

NEXT: dict[S, frozenset[S]] = {
    S.DRAFT: frozenset({S.ASKED, S.WITHDRAWN}),
    S.ASKED: frozenset({S.ACCEPTED, S.DECLINED, S.NOT_REACHED, S.WITHDRAWN}),
    S.ACCEPTED: frozenset({S.NAMED, S.DECLINED, S.WITHDRAWN}),
    S.NAMED: frozenset({S.COMPLETED, S.NOT_REACHED, S.DECLINED, S.WITHDRAWN}),
    S.COMPLETED: frozenset(),
    S.DECLINED: frozenset(),
    S.NOT_REACHED: frozenset(),
    S.WITHDRAWN: frozenset(),
}


def check_step(now: str, then: S) -> None:
    """Let the step pass, or raise StatusConflict if the table does not have it."""
    if then not in NEXT[S(now)]:
        raise StatusConflict


def is_open(status: str) -> bool:
    """True while something may still follow."""
    return bool(NEXT[S(status)])
