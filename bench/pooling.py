"""`python -m bench.pooling`: what is to be judged, the sheets for the judges, and taking their grades in.

python -m bench.pooling pool                       writes bench/relevance/pool.csv
python -m bench.pooling sheets FOLDER              writes the sheets of both judges
python -m bench.pooling sheets FOLDER --only FILE  the same for the pairs in FILE only
python -m bench.pooling take a FOLDER              keeps the grades of judge a
"""

import argparse
import csv
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from pathlib import Path

from bench.finding import all_listings, distances, found_by_kith, site_with
from bench.judged import (
    POOL,
    Graded,
    Query,
    graded,
    judgements_path,
    keywords,
    pairs,
    queries,
    write_graded,
    write_pairs,
)
from bench.listings import REAL
from bench.nearness import Around, in_order
from bench.plain_search import PlainSearch, plain_search
from bench.postgres_text import LOCAL, PostgresText, Setting, postgres_text
from bench.sheets import write_sheets

POOL_DEPTH, SURE_DEPTH, KNOWN_DEPTH, MOST = 15, 10, 8, 24
NEAR_SHARE, LITTLE_NEAR_SHARE = 0.6, 0.25
SHORT_ID = 8


def main() -> None:
    """Do what was asked."""
    asked = _arguments()
    if asked.what == "take":
        judgements = judgements_path(asked.judge)
        before = graded(judgements) if judgements.exists() else {}
        write_graded(judgements, before | taken(asked.folder, pairs()))
        return
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as name:
        site = site_with(REAL, Path(name) / "site")
        if asked.what == "pool":
            write_pairs(POOL, _pool(site, asked.postgres))
            return
        away = distances(site, sorted({query.place for query in queries() if query.place}))
        topics = {one.id: one.topics for one in all_listings(site)}
    write_sheets(asked.folder, pairs(asked.only or POOL), topics, away)


def pooled(sure: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> list[str]:
    """All of `sure`; then the others in turn, by rank, until there are 24."""
    found = dict.fromkeys(one for some in sure for one in some)
    turns = zip_longest(*(some[:POOL_DEPTH] for some in others))
    more = dict.fromkeys(one for turn in turns for one in turn if one is not None and one not in found)
    return [*found, *islice(more, max(0, MOST - len(found)))]


def taken(folder: Path, pool: frozenset[tuple[str, str]]) -> Graded:
    """The grades in the CSV files of a folder (query_id, service_id, grade; the first 8 signs of an id do).

    Raises SystemExit where a grade is none of 0 to 3, a pair is not asked for, or is graded twice.
    """
    short = {(query_id, one[:SHORT_ID]): (query_id, one) for query_id, one in pool}
    grades: Graded = {}
    for row in _rows(folder):
        pair = short.get((row["query_id"].strip(), row["service_id"].strip()[:SHORT_ID]))
        if pair is None or pair in grades or row["grade"].strip() not in {"0", "1", "2", "3"}:
            raise SystemExit(f"Not to be read: {row}")
        grades[pair] = int(row["grade"])
    print(f"{len(grades)} grades; {len(pool - grades.keys())} of the pool are not among them")
    return grades


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--postgres", default=LOCAL, help=f"a server for the pool (default {LOCAL})")
    whats = parser.add_subparsers(dest="what", required=True)
    whats.add_parser("pool")
    sheets = whats.add_parser("sheets")
    sheets.add_argument("folder", type=Path)
    sheets.add_argument("--only", type=Path)
    take = whats.add_parser("take")
    take.add_argument("judge", choices=("a", "b"))
    take.add_argument("folder", type=Path)
    return parser.parse_args()


def _pool(site: Path, address: str) -> Iterator[tuple[str, str]]:
    asked, listings, known = queries(), all_listings(site), keywords()
    away = distances(site, sorted({query.near for query in asked if query.near}))
    kith = found_by_kith(site, asked)
    placed = frozenset(one.id for one in listings if one.has_place)
    with postgres_text(address, listings) as postgres, plain_search(listings) as plain:
        for query in asked:
            around = Around(away.get(query.near, {}), placed)
            theirs = list(_found(query, known[query.id], around, postgres, plain))
            sure = (kith[query.id][:SURE_DEPTH], theirs[0][:SURE_DEPTH], theirs[1][:KNOWN_DEPTH])
            for one in pooled(sure, [kith[query.id], *theirs]):
                yield query.id, one


def _found(
    query: Query, known: str, around: Around, postgres: PostgresText, plain: PlainSearch
) -> Iterator[list[str]]:
    """PostgreSQL as it comes; the keywords in FTS5; then always any word: by stems, by whole words, in FTS5,
    of the intent; and names that look alike.
    """
    dense, whole = Setting(rank="ts_rank_cd"), Setting(config="plain", is_spelled=False)
    for tiers, near_share in (
        (postgres.tiers(query.words, Setting()), NEAR_SHARE),
        ([plain.matching(known)], LITTLE_NEAR_SHARE),
        (postgres.tiers(query.words, dense)[1:2], NEAR_SHARE),
        (postgres.tiers(query.words, whole)[1:2], NEAR_SHARE),
        ([plain.matching(query.words)], NEAR_SHARE),
        (postgres.tiers(query.intent, dense)[1:2], NEAR_SHARE),
        ([postgres.alike(query.words)], NEAR_SHARE),
    ):
        yield in_order(tiers, around, near_share=near_share, is_filled=True, depth=POOL_DEPTH)


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


if __name__ == "__main__":
    main()
