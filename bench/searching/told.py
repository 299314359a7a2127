"""The lines that are printed."""

from collections.abc import Iterator, Sequence
from statistics import fmean, median

from bench.searching.asked import Kind
from bench.searching.engines import Built
from bench.searching.rounds import Timed
from bench.searching.verdict import Asked, Judged

MEGA = 1_000_000
SAID = {True: "met", False: "MISSED", None: "NOT MEASURED"}


def building(built: dict[str, Built]) -> Iterator[str]:
    """How long it took each engine, and what lies on the disk."""
    yield f"{'':24}{'build s':>9}{'disk MB':>9}"
    for name, one in built.items():
        yield f"{name:24}{one.seconds:9.1f}{one.size / MEGA:9.0f}"


def asked(one: Asked) -> Iterator[str]:
    """One kind of question: each engine's times, its times by Kith's, and what was wrong."""
    runs = one.times[0].runs
    where = "the whole country, no radius" if one.is_nationwide else "within 10 to 100 km"
    yield f"\n{one.kind}, {where}: {len(runs)} runs of {len(runs[0]):,} questions"
    columns = "".join(f"{one:>9}" for one in ("mean", "p50", "p95", "p99", "CPU"))
    yield f"{'ms':24}{columns}   by Kith (spread)   by CPU    other sets"
    for timed in one.times:
        yield f"{_times(timed)}   {_ratio(timed, one.times[0])}{_differences(one, timed.engine)}"
    yield "  apart: with the counts of all facets" if one.kind is not Kind.MATCH else "  apart: with reasons"
    for timed in one.apart:
        yield f"{_times(timed)}   {_ratio(timed, one.apart[0])}"


def judgements(found: Sequence[Judged]) -> Iterator[str]:
    """The promises, one a line, and the verdict."""
    for one in found:
        yield f"  {SAID[one.is_met]:13} {one.said}"
    if not found:
        yield "Verdict: nothing was promised of these sizes, and all sets are right."
        return
    yield "Verdict: met" if all(one.is_met for one in found) else "Verdict: MISSED"


def _times(timed: Timed) -> str:
    columns = (timed.mean, *(timed.percentile(percent) for percent in (50, 95, 99)), fmean(timed.cpu_ms))
    return f"{timed.engine:24}" + "".join(f"{column:9.3f}" for column in columns)


def _ratio(timed: Timed, kith: Timed) -> str:
    if timed is kith:
        return f"{'1':>5}{'':25}"
    ratios = timed.ratios(kith)
    by_cpu = median(timed.cpu_ratios(kith))
    return f"{median(ratios):5.1f} ({min(ratios):5.1f} -{max(ratios):5.1f}) {by_cpu:8.1f} "


def _differences(one: Asked, name: str) -> str:
    return f"{one.checked.differences.get(name, 0):8} of {one.checked.questions}"
