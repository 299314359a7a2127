"""The agreement's steps, as a table."""

from datetime import date

from kith.core.errors import StatusConflict
from kith.partnerships.terms import AgreementStatus as S
from kith.partnerships.terms import Standing

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


def standing_of(
    status: str, *, starts_on: date, ends_on: date | None, today: date, is_ours_to_sign: bool
) -> Standing:
    """How the agreement stands today for one party; only BINDS lets anything leave."""
    match S(status):
        case S.DRAFT:
            return Standing.DRAFT
        case S.PROPOSED:
            return Standing.WAITS_FOR_US if is_ours_to_sign else Standing.WAITS_FOR_OTHERS
        case S.ENDED:
            return Standing.ENDED
    if today < starts_on:
        return Standing.NOT_BEGUN
    return Standing.BINDS if ends_on is None or today <= ends_on else Standing.RAN_OUT
