"""SQLite's FTS5 as it comes, for the pool: any word, BM25, English stems."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from bench.finding import Listing
from bench.nearness import Ranks
from bench.postgres_text import WORD


class PlainSearch:
    """The listings in FTS5, to be asked."""

    def __init__(self, rows: sqlite3.Connection) -> None:
        self._rows = rows

    def matching(self, words: str) -> Ranks:
        """Those with any of the words; higher is better."""
        asked = " OR ".join(f'"{word}"' for word in WORD.findall(words.casefold()))
        found = self._rows.execute("SELECT id, -bm25(service) FROM service WHERE service MATCH ?", (asked,))
        return {str(one): float(rank) for one, rank in found}


@contextmanager
def plain_search(listings: Sequence[Listing]) -> Iterator[PlainSearch]:
    """The listings in a database in memory."""
    with closing(sqlite3.connect(":memory:")) as rows:
        rows.execute(
            "CREATE VIRTUAL TABLE service USING fts5("
            "id UNINDEXED, name, topics, languages, organization, place, body, tokenize='porter unicode61')"
        )
        rows.executemany(
            "INSERT INTO service VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (one.id, one.name, one.topics, one.languages, one.organization, one.place, one.body)
                for one in listings
            ),
        )
        yield PlainSearch(rows)
