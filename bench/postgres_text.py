"""PostgreSQL as a careful developer would set it up by hand, in a database of its own."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from uuid import uuid4

import psycopg
from psycopg import sql

from bench.finding import Listing
from bench.nearness import Ranks

LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres"
WORD = re.compile(r"[^\W_]+")
SET_UP = """
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
CREATE TEXT SEARCH CONFIGURATION stems (COPY = english);
ALTER TEXT SEARCH CONFIGURATION stems ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TABLE service (id text PRIMARY KEY, name text, stems tsvector, plain tsvector);
"""
ADD = """
INSERT INTO service SELECT %(id)s, %(name)s, {documents}
"""
DOCUMENT = """
setweight(to_tsvector('{config}', %(name)s), 'A') || setweight(to_tsvector('{config}', %(b)s), 'B') ||
setweight(to_tsvector('{config}', %(c)s), 'C') || setweight(to_tsvector('{config}', %(body)s), 'D')
"""
FINISH = """
CREATE INDEX ON service USING gin (stems);
CREATE INDEX ON service USING gin (plain);
CREATE INDEX ON service USING gin (name gin_trgm_ops);
CREATE TABLE known AS SELECT word FROM ts_stat('SELECT plain FROM service') WHERE length(word) > 2;
CREATE INDEX ON known USING gin (word gin_trgm_ops);
ANALYZE;
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set it up. `weights`: of D, C, B, A. `length`: 1 divides by the length of the text.

    `is_begun`: the last word may be the beginning of a longer one. `is_spelled`: a word that no listing has
    is replaced by the most similar one, as the manual of pg_trgm advises.
    """

    rank: str = "ts_rank"
    weights: tuple[float, ...] = (0.1, 0.2, 0.4, 1.0)
    length: int = 0
    is_begun: bool = True
    is_spelled: bool = True
    config: str = "stems"


SETTINGS = [
    Setting(*parts)
    for parts in product(
        ("ts_rank", "ts_rank_cd"),
        ((0.1, 0.2, 0.4, 1.0), (0.1, 0.4, 0.6, 1.0), (0.3, 0.5, 0.7, 1.0)),
        (0, 1),
        (True, False),
        (True, False),
    )
]


class PostgresText:
    """The listings in PostgreSQL, to be asked."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def tiers(self, words: str, setting: Setting) -> list[Ranks]:
        """Those with all words, those with any, then those whose name looks alike; ranks of each."""
        typed = WORD.findall(words.casefold())
        if setting.is_spelled:
            typed = [self._spelled(word) for word in typed]
        asked = [f"({word} | {word}:*)" if setting.is_begun and word == typed[-1] else word for word in typed]
        return [
            self._matching(" & ".join(asked), setting),
            self._matching(" | ".join(asked), setting),
            self.alike(words),
        ]

    def alike(self, words: str) -> Ranks:
        """Those of whose names a part looks like the words."""
        return self._ranks(
            "SELECT id, word_similarity(%(words)s, name) FROM service WHERE %(words)s <%% name",
            {"words": words},
        )

    def _matching(self, question: str, setting: Setting) -> Ranks:
        if not question:
            return {}
        return self._ranks(
            f"SELECT id, {setting.rank}(%(weights)s::real[], {setting.config}, asked, {setting.length}) "
            f"FROM service, to_tsquery('{setting.config}', %(question)s) AS asked "
            f"WHERE {setting.config} @@ asked",
            {"question": question, "weights": list(setting.weights)},
        )

    def _spelled(self, word: str) -> str:
        found = self._connection.execute(
            "SELECT word FROM known WHERE word LIKE %(begun)s OR word %% %(word)s "
            "ORDER BY word LIKE %(begun)s DESC, similarity(word, %(word)s) DESC, word LIMIT 1",
            {"word": word, "begun": f"{word}%"},
        ).fetchone()
        return word if found is None or str(found[0]).startswith(word) else str(found[0])

    def _ranks(self, statement: str, given: dict[str, object]) -> Ranks:
        return {str(one): float(rank) for one, rank in self._connection.execute(statement, given)}


@contextmanager
def postgres_text(address: str, listings: Sequence[Listing]) -> Iterator[PostgresText]:
    """The listings in a new database, which is dropped at the end."""
    name = f"kith_bench_{uuid4().hex[:12]}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            with psycopg.connect(address, dbname=name, autocommit=True) as connection:
                _fill(connection, listings)
                yield PostgresText(connection)
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _fill(connection: psycopg.Connection, listings: Sequence[Listing]) -> None:
    connection.execute(SET_UP)
    documents = ", ".join(DOCUMENT.format(config=config) for config in ("stems", "plain"))
    with connection.transaction(), connection.cursor() as cursor:
        cursor.executemany(ADD.format(documents=documents), [_row(one) for one in listings])
    connection.execute(FINISH)


def _row(one: Listing) -> dict[str, str]:
    return {
        "id": one.id,
        "name": one.name,
        "b": f"{one.topics} {one.languages}",
        "c": f"{one.organization} {one.place}",
        "body": one.body,
    }
