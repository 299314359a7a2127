"""Storage of the search index: SQLite FTS5, or PostgreSQL full text. The only raw SQL of this room.

One row a service, holding public words only. Texts are folded before they come here, and a question is
built of folded words, so both databases see the same words and no typed sign can be syntax.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kith.directory.search_words import Part, Question, topic_word

SQLITE_CREATE = (
    "CREATE VIRTUAL TABLE directory_search USING fts5("
    "service_id UNINDEXED, name, topics, organization, place, languages, body, "
    "tokenize='unicode61 remove_diacritics 0', prefix='2 3')"
)
SQLITE_WEIGHTS = "0.0, 8.0, 6.0, 4.0, 3.0, 3.0, 1.0"
POSTGRES_CREATE = (
    "CREATE TABLE directory_search (service_id uuid PRIMARY KEY, document tsvector NOT NULL)",
    "CREATE INDEX directory_search_document ON directory_search USING gin (document)",
)
POSTGRES_WEIGHTS = "{0.1, 0.4, 0.6, 1.0}"
ROW_ID_BITS = 63


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """The folded words of one service, by how much they tell."""

    service_id: UUID
    name: str
    topics: str
    organization: str
    place: str
    languages: str
    body: str


def create(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index: for the migration."""
    statements = POSTGRES_CREATE if schema_editor.connection.vendor == "postgresql" else (SQLITE_CREATE,)
    for statement in statements:
        schema_editor.execute(statement)


def drop(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the index: for the migration's way back."""
    schema_editor.execute("DROP TABLE directory_search")


def write(documents: Sequence[SearchDocument]) -> None:
    """Put these services in, each in the place of its earlier row."""
    remove([document.service_id for document in documents])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(
                "INSERT INTO directory_search (service_id, document) VALUES (%s, "
                "setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B') || "
                "setweight(to_tsvector('simple', %s), 'C') || setweight(to_tsvector('simple', %s), 'D'))",
                [_postgres_row(document) for document in documents],
            )
            return
        cursor.executemany(
            "INSERT INTO directory_search "
            "(rowid, service_id, name, topics, organization, place, languages, body) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            [_sqlite_row(document) for document in documents],
        )


def remove(service_ids: Collection[UUID]) -> None:
    """Take these services out."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DELETE FROM directory_search WHERE service_id = ANY(%s)", [list(service_ids)])
            return
        cursor.executemany(
            "DELETE FROM directory_search WHERE rowid = %s", [(_row_id(one),) for one in service_ids]
        )


def forget_removed() -> None:
    """Let nothing of rows that were taken out or written anew lie on in the index: where a place was hidden.

    SQLite keeps removed words, unread, in its own pages until these are merged; PostgreSQL has no such pages.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO directory_search (directory_search) VALUES ('optimize')")


def clear() -> None:
    """Take every service out: before a rebuild."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM directory_search")


def matching(question: Question) -> dict[UUID, float]:
    """How well each service answers, higher is better. One statement.

    Not narrowed: the caller's policy does that.
    """
    if not question:
        return {}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT service_id, ts_rank(%s, document, asked) FROM directory_search, "
                "to_tsquery('simple', %s) AS asked WHERE document @@ asked",
                [POSTGRES_WEIGHTS, " | ".join(_parts(question, "'{}':*", "'{}'", " & ", " | "))],
            )
            return {service_id: float(rank) for service_id, rank in cursor.fetchall()}
        cursor.execute(
            f"SELECT service_id, -bm25(directory_search, {SQLITE_WEIGHTS}) FROM directory_search "  # noqa: S608
            "WHERE directory_search MATCH %s",
            [" OR ".join(_parts(question, '"{}" *', '"{}"', " AND ", " OR "))],
        )
        return {UUID(service_id): float(rank) for service_id, rank in cursor.fetchall()}


def _parts(question: Question, word: str, whole: str, both: str, either: str) -> Iterable[str]:
    for part in question.parts:
        if part.words:
            yield f"({both.join(word.format(w) for w in part.words)})"
        if part.topics:
            yield f"({both.join([_any_topic(part, whole, either), *(word.format(w) for w in part.besides)])})"


def _any_topic(part: Part, whole: str, either: str) -> str:
    return f"({either.join(whole.format(topic_word(topic)) for topic in part.topics)})"


def _row_id(service_id: UUID) -> int:
    return service_id.int & (1 << ROW_ID_BITS) - 1


def _sqlite_row(document: SearchDocument) -> tuple[int, str, str, str, str, str, str, str]:
    return (
        _row_id(document.service_id),
        document.service_id.hex,
        document.name,
        document.topics,
        document.organization,
        document.place,
        document.languages,
        document.body,
    )


def _postgres_row(document: SearchDocument) -> tuple[UUID, str, str, str, str]:
    return (
        document.service_id,
        document.name,
        f"{document.topics} {document.languages}",
        f"{document.organization} {document.place}",
        document.body,
    )
