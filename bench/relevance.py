"""`python -m bench.relevance [--tune] [--json FILE] [--unjudged FILE]`: search beside PostgreSQL's.

Exit code 1 where Kith's mean nDCG@10 on the half to report on is not above PostgreSQL's. See bench/README.md.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.finding import all_listings, distances, found_by_kith, site_with
from bench.judged import (
    JUDGES,
    Graded,
    Query,
    graded,
    halves,
    judgements_path,
    mean_grades,
    queries,
    write_pairs,
)
from bench.listings import REAL
from bench.measures import DEPTH, interval_95, kappa, mean, ndcg, ndcg_of_judged
from bench.nearness import Around
from bench.postgres_text import LOCAL, postgres_text
from bench.tuning import Grades, Lists, as_it_comes, best

KITH, RIVAL, PLAIN = "Kith", "PostgreSQL, tuned", "PostgreSQL, as it comes"


@dataclass(frozen=True, slots=True)
class Scored:
    """One contender on one half: by query id, as it is and with what nobody judged taken out."""

    name: str
    scores: dict[str, float]
    of_judged: dict[str, float]
    unjudged: int
    empty: int

    def line(self) -> str:
        """All of it in a row."""
        low, high = interval_95(list(self.scores.values()))
        return (
            f"{self.name:26}{mean(list(self.scores.values())):8.3f}{f'{low:.3f}-{high:.3f}':>15}"
            f"{mean(list(self.of_judged.values())):12.3f}{self.unjudged:10}{self.empty:9}"
        )


def main() -> int:
    """Measure, tell, and keep the numbers where asked."""
    asked_for = _arguments()
    asked, (tuned_on, reported) = queries(), halves(queries())
    one, other = (_grades_of(judge) for judge in JUDGES)
    print("\n".join(_agreement(one, other)), flush=True)
    grades = mean_grades(one, other)
    found, setting = _found(asked, grades, tuned_on, asked_for.postgres)
    print(f"PostgreSQL, tuned: {setting}")
    kept, parts = (
        {},
        {"tuned on": tuned_on} if asked_for.tune else {"tuned on": tuned_on, "reported": reported},
    )
    for name, half in parts.items():
        kept[name] = [_scored(who, lists, grades, half) for who, lists in found.items()]
        print("\n".join(_lines(name, kept[name], len(half), asked)), flush=True)
    _keep(asked_for, kept, found, grades)
    return _each(kept["tuned on"], asked) if asked_for.tune else _verdict(kept["reported"])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", default=LOCAL, help=f"a server (default {LOCAL})")
    parser.add_argument("--tune", action="store_true", help="each query of the half to tune on, no other")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there, too")
    parser.add_argument(
        "--unjudged", type=Path, metavar="FILE", help="write there what is still to be judged"
    )
    return parser.parse_args()


def _grades_of(judge: str) -> Graded:
    path = judgements_path(judge)
    if not (path.is_file() and REAL.is_file()):
        raise SystemExit(f"{path.name} and the open set in ../shared/data are needed: see bench/README.md.")
    return graded(path)


def _agreement(one: Graded, other: Graded) -> Iterator[str]:
    both = [(one[pair], other[pair]) for pair in sorted(one.keys() & other.keys())]
    same = mean([float(first == second) for first, second in both])
    yield (
        f"{len(both):,} listings judged twice; the same grade {same:.0%}; Cohen's kappa "
        f"{kappa(both, is_weighted=False):.2f}, weighted by squares {kappa(both, is_weighted=True):.2f}"
    )
    if len(both) < len(one.keys() | other.keys()):
        yield f"{len(one.keys() ^ other.keys())} were judged once only and are left out"


def _found(
    asked: Sequence[Query], grades: Grades, tuned_on: Sequence[str], address: str
) -> tuple[dict[str, Lists], str]:
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as name:
        site = site_with(REAL, Path(name) / "site")
        kith, listings = found_by_kith(site, asked), all_listings(site)
        away = distances(site, sorted({query.near for query in asked if query.near}))
    placed = frozenset(one.id for one in listings if one.has_place)
    around = {query.id: Around(away.get(query.near, {}), placed) for query in asked}
    with postgres_text(address, listings) as postgres:
        plain = as_it_comes(postgres, asked, around)
        tuned = best(postgres, asked, around, grades, tuned_on)
    return {KITH: kith, RIVAL: tuned.found, PLAIN: plain.found}, str(tuned)


def _scored(name: str, found: Lists, grades: Grades, half: Sequence[str]) -> Scored:
    firsts = {one: (found[one][:DEPTH], grades.get(one, {})) for one in half}
    scores = {one: ndcg(some, known) for one, (some, known) in firsts.items()}
    of_judged = {one: ndcg_of_judged(found[one], grades.get(one, {})) for one in half}
    return Scored(
        name,
        {one: score for one, score in scores.items() if score is not None},
        {one: score for one, score in of_judged.items() if score is not None},
        sum(service not in known for some, known in firsts.values() for service in some),
        sum(not some for some, _ in firsts.values()),
    )


def _lines(name: str, half: Sequence[Scored], size: int, asked: Sequence[Query]) -> Iterator[str]:
    kith, rival = half[0].scores, half[1].scores
    yield f"\nThe half {name}: {len(kith)} queries ({size - len(kith)} more that no listing answers)"
    yield f"{'':26}{'nDCG@10':>8}{'95 of 100':>15}{'of judged':>12}{'unjudged':>10}{'nothing':>9}"
    yield from (one.line() for one in half)
    apart = [kith[one] - rival[one] for one in kith]
    low, high = interval_95(apart)
    yield (
        f"Kith above PostgreSQL, tuned, by {mean(apart):+.3f} ({low:+.3f} to {high:+.3f}); "
        f"better in {sum(one > 0 for one in apart)}, worse in {sum(one < 0 for one in apart)}"
    )
    for kind in dict.fromkeys(query.kind for query in asked):
        ids = [query.id for query in asked if query.kind == kind and query.id in kith]
        means = "; ".join(f"{one.name} {mean([one.scores[i] for i in ids]):.3f}" for one in half)
        yield f"  {kind} ({len(ids)}): {means}"


def _each(half: Sequence[Scored], asked: Sequence[Query]) -> int:
    """What there is to learn from, without a look at the other half."""
    for query in asked:
        if query.id in half[0].scores:
            scores = "".join(f"{one.scores[query.id]:8.3f}" for one in half)
            print(f"{query.id}{scores}  {query.words} [{query.near}]")
    return 0


def _keep(
    asked_for: argparse.Namespace,
    kept: Mapping[str, Sequence[Scored]],
    found: Mapping[str, Lists],
    grades: Grades,
) -> None:
    if asked_for.json:
        numbers = {name: [asdict(one) for one in half] for name, half in kept.items()}
        asked_for.json.write_text(json.dumps({"halves": numbers, "found": found}, indent=1) + "\n", "utf-8")
    if asked_for.unjudged:
        first = ((one, service) for some in found.values() for one in some for service in some[one][:DEPTH])
        write_pairs(asked_for.unjudged, {pair for pair in first if pair[1] not in grades.get(pair[0], {})})


def _verdict(half: Sequence[Scored]) -> int:
    """The last line, and the exit code."""
    kith, rival = (mean(list(one.scores.values())) for one in half[:2])
    said = "met" if kith > rival else "MISSED"
    print(f"\nnDCG@10 above PostgreSQL's where nothing was tuned on ({kith:.3f}, {rival:.3f}): {said}")
    return 0 if kith > rival else 1


if __name__ == "__main__":
    sys.exit(main())
