"""The agreement's steps, as a table."""

from kith.core.errors import StatusConflict
from kith.partnerships.terms import AgreementStatus as S

NEXT: dict[S, frozenset[S]] = {
    S.DRAFT: frozenset({S.PROPOSED, S.ENDED}),
    S.PROPOSED: frozenset({S.IN_FORCE, S.ENDED}),
    S.IN_FORCE: frozenset({S.ENDED}),
    S.ENDED: frozenset(),
}
WORDS_MAY_CHANGE = frozenset({S.DRAFT})
MAY_BE_SIGNED = frozenset({S.PROPOSED})


def check_step(now: str, then: S) -> None:
    """Let the step pass, or raise StatusConflict if the table does not have it."""
    if then not in NEXT[S(now)]:
        raise StatusConflict


def check_words_may_change(now: str) -> None:
    """Raise StatusConflict once the words were proposed: from then on others may have read or signed them."""
    if S(now) not in WORDS_MAY_CHANGE:
        raise StatusConflict


def check_may_be_signed(now: str) -> None:
    """Raise StatusConflict unless the agreement is on the table."""
    if S(now) not in MAY_BE_SIGNED:
        raise StatusConflict
