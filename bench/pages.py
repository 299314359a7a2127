"""`python -m bench.pages [--sizes 10000,100000] [--json FILE]`: how fast and how light the public pages are.

Time to the last byte and pages a second of the results page and of a service's page, on both databases, each
beside a plain page of the same server in turns; then what a first visit weighs on an old phone. The last line
is the verdict; exit code 1 where a target is missed. See bench/README.md.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from bench.page_asking import REFERENCE, Ask, Stretch, asked, searches, services, visitor
from bench.page_sites import LOCAL, first_site, grown, in_postgres
from bench.page_weights import Weight, packed, weights
from bench.sites import kith

RESULTS, SERVICE, PLAIN = "results", "service", "plain page (reference)"
MOST_MS = {10_000: 60.0, 100_000: 120.0}
MOST_BYTES, MOST_REQUESTS, MOST_PAINT_MS = 60 * 1024, 6, 1500.0
MOST_STYLE, MOST_SCRIPT = 12 * 1024, 5 * 1024
VISITORS = 4


@dataclass(frozen=True, slots=True)
class Timed:
    """One page on one site; times in milliseconds, of one visitor; pages a second of four at once."""

    database: str
    services: int
    page: str
    p50_ms: float
    p95_ms: float
    per_second: float
    cpu_ms: float
    kilobytes: float


@dataclass(frozen=True, slots=True)
class Target:
    """What was wished, what was found, and whether it is met."""

    what: str
    found: str
    is_met: bool


def main() -> int:
    """Measure, tell, and keep the numbers where asked."""
    wanted = _arguments()
    timed: list[Timed] = []
    weighed: list[Weight] = []
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as name:
        folder = Path(name)
        first, what = first_site(folder)
        print(f"{what}, and as many copies under other ids as are needed; {wanted.rounds} rounds")
        for size in sorted(map(int, wanted.sizes.split(","))):
            for database, site, count in _sites(first, folder, size, wanted.postgres):
                with kith(site) as port:
                    timed += _told(list(_timed(database, count, port, wanted)))
                    weighed = weighed or list(_weighed(port))
    targets = [*_times(timed), *_weights(weighed)]
    _keep(wanted.json, timed, weighed, targets)
    return _verdict(weighed, targets)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000", help="services (default 10000,100000)")
    parser.add_argument("--rounds", type=int, default=7, help="rounds (default 7)")
    parser.add_argument("--requests", type=int, default=60, help="of each page in a round (default 60)")
    parser.add_argument("--postgres", default=LOCAL, help=f"a server; empty: none (default {LOCAL})")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there, too")
    return parser.parse_args()


def _sites(first: Path, folder: Path, size: int, server: str) -> Iterator[tuple[str, Path, int]]:
    site, count = grown(first, folder / f"sqlite-{size}", size)
    yield "SQLite", site, count
    if server:
        with in_postgres(site, folder / f"postgres-{size}", server) as other:
            yield "PostgreSQL", other, count


def _timed(database: str, count: int, port: int, wanted: argparse.Namespace) -> Iterator[Timed]:
    """The pages in turns, the order turning with every round."""
    who, chance = visitor(port), random.Random(7)
    pages = services(who, searches(who, chance, 24))
    alone: dict[str, list[Stretch]] = {RESULTS: [], SERVICE: [], PLAIN: []}
    together: dict[str, list[Stretch]] = {RESULTS: [], SERVICE: [], PLAIN: []}
    for number in range(wanted.rounds):
        asks = {
            RESULTS: searches(who, chance, wanted.requests),
            SERVICE: chance.choices(pages, k=wanted.requests),
            PLAIN: [Ask(REFERENCE)] * wanted.requests,
        }
        names = list(asks)
        for name in names[number % 3 :] + names[: number % 3]:
            alone[name].append(asked(who, asks[name], visitors=1))
            together[name].append(asked(who, asks[name], visitors=VISITORS))
    for name, stretches in alone.items():
        times = [1000 * one for stretch in stretches for one in stretch.times]
        sizes = [one for stretch in stretches for one in stretch.sizes]
        rate = median(stretch.per_second for stretch in together[name])
        p95 = quantiles(times, n=20)[18]
        cpu = 1000 * sum(stretch.cpu_seconds for stretch in stretches) / len(times)
        yield Timed(database, count, name, median(times), p95, rate, cpu, sum(sizes) / len(sizes) / 1024)


def _told(found: list[Timed]) -> list[Timed]:
    print(f"\n{found[0].services:,} services on {found[0].database}")
    print(f"{'':24}{'p50 ms':>9}{'p95 ms':>9}{'pages/s':>9}{'CPU ms':>8}{'KB':>7}{'p95 by plain':>14}")
    plain = found[-1].p95_ms
    for one in found:
        print(
            f"{one.page:24}{one.p50_ms:9.1f}{one.p95_ms:9.1f}{one.per_second:9.0f}{one.cpu_ms:8.1f}"
            f"{one.kilobytes:7.1f}{one.p95_ms / plain:14.1f}",
            flush=True,
        )
    return found


def _weighed(port: int) -> list[Weight]:
    who = visitor(port)
    path = services(who, [who.search(topic="food")])[0].path
    pages = [("first page", "/"), ("search", "/find/"), ("results", "/find/?topic=food"), ("service", path)]
    return weights(f"http://127.0.0.1:{port}", pages, rounds=3)


def _times(timed: list[Timed]) -> Iterator[Target]:
    for one in timed:
        most = next((MOST_MS[size] for size in sorted(MOST_MS) if one.services < size * 2), None)
        if one.page == RESULTS and most is not None:
            what = f"p95 of results at {one.services:,} on {one.database} <= {most:.0f} ms"
            yield Target(what, f"{one.p95_ms:.1f} ms", one.p95_ms <= most)


def _weights(weighed: list[Weight]) -> Iterator[Target]:
    for one in weighed:
        yield Target(f"{one.what} <= 60 KB", f"{one.bytes / 1024:.1f} KB", one.bytes <= MOST_BYTES)
        yield Target(f"{one.what} <= 6 requests", f"{one.requests}", one.requests <= MOST_REQUESTS)
        is_soon = one.paint_ms <= MOST_PAINT_MS
        yield Target(f"{one.what}: first paint <= 1.5 s", f"{one.paint_ms / 1000:.2f} s", is_soon)
    style, script = packed("kith.css"), packed("kith.js", "kept.js")
    yield Target("stylesheet <= 12 KB gz", f"{style / 1024:.1f} KB", style <= MOST_STYLE)
    yield Target("own script of a page <= 5 KB gz", f"{script / 1024:.1f} KB", script <= MOST_SCRIPT)


def _keep(path: Path | None, timed: list[Timed], weighed: list[Weight], targets: list[Target]) -> None:
    if path is not None:
        kept = {
            "times": [asdict(one) for one in timed],
            "weights": [asdict(one) for one in weighed],
            "targets": [asdict(one) for one in targets],
        }
        path.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def _verdict(weighed: list[Weight], targets: list[Target]) -> int:
    """The targets, the last line, and the exit code."""
    print("\nA first visit at 400 kbit/s, 300 ms, a processor four times slower")
    for one in weighed:
        print(
            f"{one.what:24}{one.bytes / 1024:9.1f} KB{one.requests:4} requests{one.paint_ms:9.0f} ms to paint"
        )
    print()
    for target in targets:
        print(f"{'met   ' if target.is_met else 'MISSED'}  {target.what}: {target.found}")
    missed = [target for target in targets if not target.is_met]
    print(f"\nFast and light as promised: {'MISSED' if missed else 'met'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
