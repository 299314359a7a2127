"""What became of many promises, counted. Pure: the same rows give the same counts to whoever looks."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.terms import PromiseResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What became of one promise, without any record behind it."""

    kind: ClauseKind
    result: PromiseResult
    due_at: datetime | None
    answered_days: int | None
    is_varied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    """How often one kind of promise was asked of, and what became of it.

    `asked` is the sum of `in_time`, `past`, `no_clock`, `waiting` and `called_off`; what still waits after
    its promised time is in `past`. `varied`: for so many of all, another time was agreed meanwhile.
    `usual_days`: the median of the promiser's own working days, over `counted` answers; varied ones left out.
    """

    kind: ClauseKind
    asked: int
    in_time: int
    past: int
    no_clock: int
    waiting: int
    called_off: int
    varied: int
    counted: int
    usual_days: float | None


def kept_lines(rows: Iterable[Became], *, now: datetime) -> tuple[KeptLine, ...]:
    """One line for each kind of clause that was asked of, in the order of the code list."""
    by_kind: dict[ClauseKind, list[Became]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    return tuple(_line(kind, by_kind[kind], now) for kind in ClauseKind if kind in by_kind)


def days_that_count(rows: Iterable[Became]) -> list[int]:
    """How long the answers took that say what to expect: agreed other times are left out (promise 19)."""
    return [row.answered_days for row in rows if row.answered_days is not None and not row.is_varied]


def _line(kind: ClauseKind, rows: Collection[Became], now: datetime) -> KeptLine:
    results = [_by_now(row, now) for row in rows]
    days = days_that_count(rows)
    return KeptLine(
        kind=kind,
        asked=len(rows),
        in_time=results.count(PromiseResult.IN_TIME),
        past=results.count(PromiseResult.PAST),
        no_clock=results.count(PromiseResult.NO_CLOCK),
        waiting=results.count(PromiseResult.WAITING),
        called_off=results.count(PromiseResult.CALLED_OFF),
        varied=sum(row.is_varied for row in rows),
        counted=len(days),
        usual_days=float(median(days)) if days else None,
    )


def _by_now(row: Became, now: datetime) -> PromiseResult:
    """What still waits after its promised time is past it."""
    if row.result is PromiseResult.WAITING and row.due_at is not None and row.due_at < now:
        return PromiseResult.PAST
    return row.result
