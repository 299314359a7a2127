"""The agreement's steps, as a table, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date

from kith.core.errors import StatusConflict
from kith.partnerships.terms import AgreementStatus as S
from kith.partnerships.terms import Standing

NEXT: dict[S, frozenset[S]] = {
    S.DRAFT: frozenset({S.PROPOSED, S.ENDED}),
    S.PROPOSED: frozenset({S.IN_FORCE, S.ENDED}),
    S.IN_FORCE: frozenset({S.SUSPENDED, S.ENDED}),
    S.SUSPENDED: frozenset({S.IN_FORCE, S.ENDED}),
    S.ENDED: frozenset(),
}
MAY_BE_LEFT = frozenset({S.IN_FORCE, S.SUSPENDED})
"""A party leaves only what binds it, or will bind it again."""
FEWEST_WHO_STAY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """What decides how an agreement stands for one party: `left_on` is the party's own last day, if any."""

    status: str
    starts_on: date
    ends_on: date | None
    is_ours_to_sign: bool = False
    left_on: date | None = None


def check_step(now: str, then: S) -> None:
    """Let the step pass, or raise StatusConflict if the table does not have it."""
    if then not in NEXT[S(now)]:
        raise StatusConflict


def is_living(now: str) -> bool:
    """False once it has ended."""
    return bool(NEXT[S(now)])


def may_be_left(now: str) -> bool:
    """True while it is in force or suspended."""
    return S(now) in MAY_BE_LEFT


def standing_of(found: Stands, *, today: date) -> Standing:
    """How the agreement stands today for one party; only BINDS lets anything leave."""
    before = _before_or_after_its_time(found)
    if before is not None:
        return before
    if found.left_on is not None and today > found.left_on:
        return Standing.WE_LEFT
    if today < found.starts_on:
        return Standing.NOT_BEGUN
    return Standing.BINDS if found.ends_on is None or today <= found.ends_on else Standing.RAN_OUT


def _before_or_after_its_time(found: Stands) -> Standing | None:
    match S(found.status):
        case S.DRAFT:
            return Standing.DRAFT
        case S.PROPOSED:
            return Standing.WAITS_FOR_US if found.is_ours_to_sign else Standing.WAITS_FOR_OTHERS
        case S.SUSPENDED:
            return Standing.SUSPENDED
        case S.ENDED:
            return Standing.ENDED
    return None
