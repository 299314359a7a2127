"""The smallest services and questions that a test can be about."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from kith.matching.answers import Found
from kith.matching.documents import Document, Schema
from kith.matching.index import Index
from kith.matching.questions import Filters, Part, Search, Term


def service(number: int, words: str = "", **more: object) -> Document:
    """A service with this number for an id; a word may stand as `word*3`, for its weight."""
    weighed = (word.partition("*") for word in words.split())
    return Document(
        id=UUID(int=number), words=tuple((word, int(times or 1)) for word, _, times in weighed), **more
    )


def index(*documents: Document, schema: Schema | None = None) -> Index:
    return Index(None, changed=documents, schema=schema)


def words(text: str) -> Part:
    """All of these words; `a|b` for either, `a+` for every word that begins so."""
    return Part(tuple(tuple(_term(word) for word in group.split("|")) for group in text.split()))


def _term(word: str) -> Term:
    return Term(word.removesuffix("+"), is_start=word.endswith("+"))


def asked(text: str = "", *, filters: Filters | None = None, **more: object) -> Search:
    question = Search(parts=(words(text),) if text else (), filters=filters or Filters())
    return replace(question, **more)


def numbers(found: Found | Iterable[UUID]) -> list[int]:
    """Which services, by number."""
    ids = [hit.id for hit in found.hits] if isinstance(found, Found) else found
    return [one.int for one in ids]
