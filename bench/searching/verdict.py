"""What was promised, and whether it was kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bench.searching.asked import Kind
from bench.searching.rounds import Checked, Timed

TARGET_SIZE = 1_000_000
KITH, IN_FULL = "Kith", "Kith, in full"
POSTGRES, SQLITE, TANTIVY = "PostgreSQL + PostGIS", "SQLite FTS5 + R*Tree", "tantivy"
TIMES_FASTER = ((Kind.MATCH, POSTGRES, 10.0), (Kind.SEARCH, POSTGRES, 10.0), (Kind.SEARCH, TANTIVY, 10.0))
P99_MS = ((Kind.MATCH, 4.0), (Kind.SEARCH, 5.0))
# Set after the first measurement: see bench/README.md.
TIMES_SLOWER = ((Kind.SEARCH, 3.0), (Kind.MATCH, 2.5))


@dataclass(frozen=True, slots=True)
class Asked:
    """All that was measured of one kind of question. `apart`: Kith without and with facets and reasons."""

    kind: Kind
    is_nationwide: bool
    times: list[Timed]
    checked: Checked
    apart: list[Timed]


@dataclass(frozen=True, slots=True)
class Judged:
    """One promise: its words, and whether it was kept; None where it could not be measured."""

    said: str
    is_met: bool | None


def judged(size: int, measured: Sequence[Asked]) -> list[Judged]:
    """Each engine whose answers were not the right ones, at any size; at a million, every promise."""
    wrong = [
        Judged(
            f"{one.kind} of {size:,}: {count} of {one.checked.questions} sets of {name} differ", is_met=False
        )
        for one in measured
        for name, count in one.checked.differences.items()
        if count
    ]
    return wrong + (list(_promises(measured)) if size == TARGET_SIZE else [])


def exit_code(found: Sequence[Judged]) -> int:
    """1 where a promise was broken or could not be measured."""
    return int(any(not one.is_met for one in found))


def _promises(measured: Sequence[Asked]) -> Iterator[Judged]:
    near = {one.kind: one for one in measured if not one.is_nationwide}
    for kind, other, target in TIMES_FASTER:
        ratio = _middle(near[kind].times, other, KITH)
        yield Judged(
            f"{kind}: {other} by Kith, mean {_shown(ratio)}, at least {target:g}", _is(ratio, least=target)
        )
    for kind, most in P99_MS:
        p99 = next((one.percentile(99) for one in near[kind].times if one.engine == KITH), None)
        yield Judged(f"{kind}: p99 {_shown(p99)} ms, at most {most:g}", _is(p99, most=most))
    for kind, most in TIMES_SLOWER:
        ratio = _middle(near[kind].apart, IN_FULL, KITH)
        yield Judged(
            f"{kind}: in full by plain, mean {_shown(ratio)}, at most {most:g}", _is(ratio, most=most)
        )


def _middle(times: Sequence[Timed], over: str, under: str) -> float | None:
    """The ratio of means of the run in the middle."""
    by_name = {one.engine: one for one in times}
    if over not in by_name or under not in by_name:
        return None
    return median(by_name[over].ratios(by_name[under]))


def _is(value: float | None, *, least: float = 0.0, most: float = float("inf")) -> bool | None:
    return None if value is None else least <= value <= most


def _shown(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.2f}"
