"""Taking listings in: how many a second, beside the plainest thing that could be done with the same file."""

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.sites import SOURCE, copied_site, manage, python

TAKE_IN = """
import time
from pathlib import Path
from kith.core.viewer import Door, Viewer
from kith.exchange.hsds.take_in import take_in
system = Viewer.system(Door.COMMAND)
for _turn in range(2):
    begun = time.perf_counter()
    take_in(system, path=Path({path!r}), source_name={source!r}, progress=lambda _count: None)
    print(time.perf_counter() - begun)
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """Records a second, one number a round: new, again with nothing changed, and only put into a file."""

    new: list[float]
    again: list[float]
    reference: list[float]

    @property
    def ratios(self) -> list[float]:
        """How many times longer Kith takes than the reference of the same round."""
        return [there / here for here, there in zip(self.new, self.reference, strict=True)]

    def line(self) -> str:
        """All of it in a sentence."""
        return (
            f"import: {median(self.new):.0f} records/s new, {median(self.again):.0f} again unchanged; "
            f"reference (parse, keep the text in SQLite) {median(self.reference):.0f} records/s; "
            f"{median(self.ratios):.0f} times the reference ({min(self.ratios):.0f}-{max(self.ratios):.0f})"
        )


def imported(empty: Path, listings: Path, folder: Path, *, rounds: int) -> tuple[Imported, Path]:
    """The numbers, and the site of the last round with the listings in it, free to be passed on."""
    with listings.open("rb") as lines:
        count = sum(1 for line in lines if line.strip())
    new, again, reference, site = [], [], [], empty
    for number in range(rounds):
        site = copied_site(empty, folder / f"import-{number}")
        program = TAKE_IN.format(path=str(listings), source=SOURCE)
        first, second = map(float, python(site, program).split())
        new.append(count / first)
        again.append(count / second)
        reference.append(count / _kept_only(listings, folder / f"reference-{number}.db"))
    manage(site, "set_licence", SOURCE, "CC0-1.0")
    return Imported(new, again, reference), site


def _kept_only(listings: Path, database: Path) -> float:
    """Seconds to parse each line and put its text into one table: no checks, no parts, no search."""
    begun = time.perf_counter()
    with closing(sqlite3.connect(database)) as rows, listings.open(encoding="utf-8") as lines:
        rows.execute("PRAGMA journal_mode=WAL")
        rows.execute("PRAGMA synchronous=FULL")
        rows.execute("CREATE TABLE record (id TEXT PRIMARY KEY, body TEXT)")
        rows.executemany(
            "INSERT INTO record VALUES (?, ?)",
            ((json.loads(line)["id"], line) for line in lines if line.strip()),
        )
        rows.commit()
    return time.perf_counter() - begun
