"""`python -m bench.directory [--json FILE]`: the directory's speed, beside Datasette on the same rows.

Exit code 1 where Kith serves fewer pages a second than Datasette. See bench/README.md.
"""

import argparse
import json
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from bench.importing import Imported, imported
from bench.listings import listings
from bench.many import multiply
from bench.serving import PER_PAGE, Served, served
from bench.sites import DATASETTE, copied_site, new_site

MANY = 100_000
TARGET = 1.0


@dataclass(frozen=True, slots=True)
class Size:
    """The pages of a directory with so many services."""

    services: int
    what: str
    contenders: list[Served]

    @property
    def ratios(self) -> list[float]:
        """Kith's requests a second by Datasette's, round by round."""
        kith, plain = self.contenders[0].rounds, self.contenders[1].rounds
        return [ours / theirs for ours, theirs in zip(kith, plain, strict=True)]


def main() -> int:
    """Measure, tell, and keep the numbers where asked."""
    asked = _arguments()
    if not DATASETTE.exists():
        raise SystemExit("Datasette is not here. `make bench` installs it into .venv-bench and runs this.")
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as name:
        folder = Path(name)
        path, what = listings(folder)
        taken, site = imported(new_site(folder / "empty"), path, folder, rounds=asked.import_rounds)
        print(f"{what}; Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}\n{taken.line()}")
        sizes = []
        for size in _sizes(site, what, folder, asked):
            sizes.append(size)
            print("\n".join(_lines(size)), flush=True)
    _keep(asked.json, taken, sizes)
    return _verdict(sizes)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there, too")
    parser.add_argument("--rounds", type=int, default=9, help="rounds of pages (default 9)")
    parser.add_argument("--requests", type=int, default=400, help="requests of each in a round (default 400)")
    parser.add_argument("--import-rounds", type=int, default=3, help="rounds of importing (default 3)")
    parser.add_argument("--many", type=int, default=MANY, help=f"the larger directory (default {MANY:,})")
    return parser.parse_args()


def _sizes(site: Path, what: str, folder: Path, asked: argparse.Namespace) -> Iterator[Size]:
    many = copied_site(site, folder / "many")
    copies = f"synthetic: the {what.partition(' (')[0]}, copied under other ids"
    for at, words in ((site, what), (many, copies)):
        count = multiply(at / "kith.sqlite3", asked.many if at is many else 1)
        found = served(at, at, rounds=asked.rounds, requests=asked.requests)
        yield Size(count, words, found)


def _lines(size: Size) -> Iterator[str]:
    yield f"\n{size.services:,} services ({size.what}), pages of {PER_PAGE} at random, 4 connections"
    yield f"{'':32}{'p50 ms':>9}{'p95 ms':>9}{'req/s':>8}{'CPU ms':>8}{'KB':>7}"
    for one in size.contenders:
        yield (
            f"{one.name:32}{one.p50_ms:9.1f}{one.p95_ms:9.1f}{one.per_second:8.0f}"
            f"{one.cpu_ms:8.1f}{one.bytes_a_page / 1000:7.1f}"
        )
    yield (
        f"Kith by Datasette, requests/s: {median(size.ratios):.2f} "
        f"({min(size.ratios):.2f}-{max(size.ratios):.2f} in {len(size.ratios)} rounds)"
    )


def _keep(path: Path | None, taken: Imported, sizes: list[Size]) -> None:
    if path is None:
        return
    found = {
        "import": asdict(taken),
        "sizes": [{**asdict(size), "ratios": size.ratios} for size in sizes],
    }
    path.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


def _verdict(sizes: list[Size]) -> int:
    """The last line, and the exit code."""
    missed = [size for size in sizes if median(size.ratios) < TARGET]
    for size in missed:
        kith, plain = size.contenders[:2]
        print(
            f"\nAt {size.services:,} services Kith needs {kith.cpu_ms:.1f} ms of a processor for a page, "
            f"Datasette {plain.cpu_ms:.1f} ms. bench/README.md says what for."
        )
    said = "MISSED" if missed else "met"
    print(f"\nAt least Datasette's requests/s at equal page size: {said}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
