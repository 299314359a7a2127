"""How fast "what is promised between these two for this service today?" is read, over many agreements.

`python -m bench.agreements` makes a site on SQLite and, unless `--postgres` is empty, one on PostgreSQL, asks
in turns with a reference, and takes both away. The last line is the verdict; exit code 1 where it is missed.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

from bench.sites import ADDRESS, manage, new_site, python

POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"
MOST_STATEMENTS = 2
MOST_MS = 5.0
TOWNS = (4_000, 400)
"""Organisations: a region's, and so few that a busy pair of them has a hundred agreements at once."""
PROGRAM = """
from bench.promises.asked import measured
print(measured(agreements={}, organizations={}, rounds={}, asks={}))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One database: the 95th hundredth of each round, in milliseconds, of the reader and of the reference."""

    database: str
    reader_p95: list[float]
    reference_p95: list[float]
    reader_p50: list[float]
    statements: int
    found: float

    @property
    def ratios(self) -> list[float]:
        """Reader by reference, of the same round."""
        return [one / other for one, other in zip(self.reader_p95, self.reference_p95, strict=True)]


def middle(values: Sequence[float]) -> float:
    """The one in the middle of an odd number, else the upper one of the two."""
    return sorted(values)[len(values) // 2]


def missed(found: Measured) -> list[str]:
    """What of the target this database misses, in words."""
    said = []
    if found.statements > MOST_STATEMENTS:
        said.append(f"{found.database}: {found.statements} statements, at most {MOST_STATEMENTS} are wanted")
    if middle(found.reader_p95) > MOST_MS:
        said.append(f"{found.database}: p95 {middle(found.reader_p95):.2f} ms, at most {MOST_MS} are wanted")
    return said


def told(found: Measured) -> str:
    """One line of the table: the round in the middle, and the spread of all."""
    return (
        f"{found.database:<17} p50 {middle(found.reader_p50):6.2f}  p95 {middle(found.reader_p95):6.2f} "
        f"({min(found.reader_p95):.2f}-{max(found.reader_p95):.2f})  reference p95 "
        f"{middle(found.reference_p95):5.2f}  by reference {middle(found.ratios):5.1f} "
        f"({min(found.ratios):.1f}-{max(found.ratios):.1f})  statements {found.statements}  "
        f"bound in {100 * found.found:.0f} %"
    )


def main() -> int:
    arguments = _arguments()
    every: list[Measured] = []
    for town in arguments.organizations:
        with tempfile.TemporaryDirectory() as folder:
            site = new_site(Path(folder) / "sqlite")
            every.append(_measured(f"SQLite, {town}", site, town, arguments))
            print(told(every[-1]), flush=True)
            if arguments.postgres:
                with _in_postgres(Path(folder) / "postgres", arguments.postgres) as site:
                    every.append(_measured(f"PostgreSQL, {town}", site, town, arguments))
                print(told(every[-1]), flush=True)
    faults = [fault for one in every for fault in missed(one)]
    if not arguments.postgres:
        faults.append("PostgreSQL: not measured")
    print(
        "MISSED: " + "; ".join(faults)
        if faults
        else "REACHED: two statements, p95 at most 5 ms, on both and in both towns."
    )
    return 1 if faults else 0


def _measured(database: str, site: Path, town: int, arguments: argparse.Namespace) -> Measured:
    program = PROGRAM.format(arguments.agreements, town, arguments.rounds, arguments.asks)
    return Measured(database=database, **json.loads(python(site, program).splitlines()[-1]))


@contextmanager
def _in_postgres(folder: Path, server: str) -> Iterator[Path]:
    """A site in a database of its own on that server, taken away at the end."""
    name = f"kith_bench_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as maintenance:
        maintenance.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            folder.mkdir()
            (folder / ADDRESS).write_text(f"{server.rpartition('/')[0]}/{name}", "utf-8")
            manage(folder, "migrate", "--verbosity", "0")
            yield folder
        finally:
            maintenance.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--agreements", type=int, default=10_000)
    parser.add_argument(
        "--organizations", type=int, nargs="+", default=list(TOWNS), help=f"how many there are {TOWNS}"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--asks", type=int, default=400)
    parser.add_argument(
        "--postgres", default=POSTGRES, help="a server that lets us make a database; empty: none"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
