"""`make bench-search`: Kith's search and match, beside the engines that others would build them with.

Exit code 1 where a stated target is missed, or could not be measured. See bench/README.md.
"""

import argparse
import gc
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.searching.asked import Kind, questions
from bench.searching.engines import Built, Engine
from bench.searching.in_kith import InFull, Kith
from bench.searching.in_postgres import NotThere, Postgres
from bench.searching.in_sqlite import Sqlite
from bench.searching.in_tantivy import Tantivy
from bench.searching.made import Directory, directory
from bench.searching.plain import Plain
from bench.searching.rounds import checked, timed
from bench.searching.told import asked as told_asked
from bench.searching.told import building, judgements
from bench.searching.verdict import Asked, Judged, exit_code, judged

SIZES = "1000,100000,1000000"
QUESTIONS, OF_A_MILLION, NATIONWIDE, CHECKED = 2_000, 1_000, 100, 40
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"


@dataclass(frozen=True, slots=True)
class Size:
    """All that was measured of one size."""

    services: int
    built: dict[str, Built]
    asked: list[Asked]


def main() -> int:
    """Measure, tell, and keep the numbers where asked."""
    arguments = _arguments()
    sizes: list[Size] = []
    found: list[Judged] = []
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory(prefix="kith-bench-") as name:
            one = _size(size, Path(name), arguments)
        found += judged(size, one.asked)
        sizes.append(one)
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(one) for one in sizes]) + "\n", "utf-8")
    print("\n" + "\n".join(judgements(found)))
    return exit_code(found)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help=f"services (default {SIZES})")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there, too")
    parser.add_argument("--runs", type=int, default=5, help="runs, each with other questions (default 5)")
    parser.add_argument(
        "--questions", type=int, help="questions of a run (default 2,000; 1,000 of a million)"
    )
    parser.add_argument(
        "--postgres",
        default=os.environ.get("BENCH_POSTGRES", POSTGRES),
        help="a server where a database may be made and dropped (default BENCH_POSTGRES, else this machine)",
    )
    return parser.parse_args()


def _numbers(said: str) -> list[int]:
    return [int(one) for one in said.split(",")]


def _size(size: int, folder: Path, arguments: argparse.Namespace) -> Size:
    services = directory(size)
    print(f"\n== {size:,} services; Python {platform.python_version()}, {os.cpu_count()} processors")
    with ExitStack() as stack:
        kith, others = Kith(folder), list(_others(folder, arguments.postgres))
        engines: list[Engine] = [stack.enter_context(closing(engine)) for engine in (kith, *others)]
        built = {engine.name: engine.build(services) for engine in engines}
        print("; ".join(engine.told() for engine in engines))
        print("\n".join(building(built)), flush=True)
        gc.collect()
        gc.freeze()
        one = Size(size, built, [])
        for each in _measured(kith, others, services, arguments):
            one.asked.append(each)
            print("\n".join(told_asked(each)), flush=True)
        gc.unfreeze()
    return one


def _others(folder: Path, postgres: str) -> Iterator[Engine]:
    """Without PostgreSQL or PostGIS, the rest; it is said what is missing."""
    try:
        yield Postgres(postgres)
    except NotThere as missing:
        print(missing)
    yield Sqlite(folder)
    yield Tantivy(folder)


def _measured(
    kith: Kith, others: list[Engine], services: Directory, arguments: argparse.Namespace
) -> Iterator[Asked]:
    """Near places first, then the whole country."""
    plain, engines = Plain(services), [kith, *others]
    count = arguments.questions or (OF_A_MILLION if services.size >= 1_000_000 else QUESTIONS)
    for is_nationwide in (False, True):
        many = min(count, NATIONWIDE) if is_nationwide else count
        turns = [
            questions(services, many, turn=turn, is_nationwide=is_nationwide)
            for turn in range(arguments.runs)
        ]
        for kind in Kind:
            right = checked(engines, kind, turns[0][:CHECKED], plain)
            times = timed(engines, kind, turns)
            yield Asked(kind, is_nationwide, times, right, timed([kith, InFull(kith)], kind, turns))


if __name__ == "__main__":
    sys.exit(main())
