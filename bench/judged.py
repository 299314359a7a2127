"""The judged set in bench/relevance: what was asked, which services were judged, and how two judges graded.

Services go by the ids of the data set itself.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "relevance"
QUERIES, KEYWORDS, POOL = (FOLDER / f"{name}.csv" for name in ("queries", "keywords", "pool"))
JUDGES = ("a", "b")
Pairs = frozenset[tuple[str, str]]
Graded = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types: `words`, and a place in the field `near` or none.

    `intent` says what the person wants and `place` where the person is: the judges see both, no search does.
    """

    id: str
    kind: str
    words: str
    near: str
    place: str
    intent: str


def queries(path: Path = QUERIES) -> list[Query]:
    """All of them, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [Query(**row) for row in csv.DictReader(lines)]


def keywords(path: Path = KEYWORDS) -> dict[str, str]:
    """What somebody who knows the list would look for, by query id: it widens the pool, and nothing else."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["query_id"]: row["keywords"] for row in csv.DictReader(lines)}


def halves(asked: Iterable[Query]) -> tuple[list[str], list[str]]:
    """Ids to tune on, and ids to report on.

    The rule: within each kind by the SHA-256 of the id; the first, third, fifth ... are tuned on.
    """
    by_kind: dict[str, list[str]] = defaultdict(list)
    for query in asked:
        by_kind[query.kind].append(query.id)
    tuned, reported = [], []
    for ids in by_kind.values():
        order = sorted(ids, key=lambda one: sha256(one.encode()).hexdigest())
        tuned += order[0::2]
        reported += order[1::2]
    return sorted(tuned), sorted(reported)


def judgements_path(judge: str) -> Path:
    """Where the grades of that judge lie."""
    return FOLDER / f"judgements-{judge}.csv"


def pairs(path: Path = POOL) -> Pairs:
    """The query and service ids to be judged."""
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset((row["query_id"], row["service_id"]) for row in csv.DictReader(lines))


def graded(path: Path) -> Graded:
    """The grades of one judge: 3 just what is asked, 2 helps, 1 touches it, 0 not."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row["query_id"], row["service_id"]): int(row["grade"]) for row in csv.DictReader(lines)}


def mean_grades(one: Graded, other: Graded) -> dict[str, dict[str, float]]:
    """Of what both judged: query id, service id, the mean of the two grades."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for query_id, service_id in sorted(one.keys() & other.keys()):
        pair = (query_id, service_id)
        found[query_id][service_id] = (one[pair] + other[pair]) / 2
    return dict(found)


def write_pairs(path: Path, found: Iterable[tuple[str, str]]) -> None:
    """Keep pairs of ids, sorted, so that their order tells nothing."""
    _write(path, ("query_id", "service_id"), sorted(found))


def write_graded(path: Path, grades: Mapping[tuple[str, str], int]) -> None:
    """Keep the grades of one judge, sorted."""
    _write(path, ("query_id", "service_id", "grade"), [(*pair, grades[pair]) for pair in sorted(grades)])


def _write(path: Path, heading: tuple[str, ...], rows: Iterable[tuple[str | int, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)
