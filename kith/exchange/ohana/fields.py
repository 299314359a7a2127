"""Reading Ohana's JSON: what is null or empty is not there, and a list of words is a list of objects."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kith.directory.records import Json
from kith.exchange.source_ids import SourceIds

Body = dict[str, Json]
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d)")


def kept(fields: Mapping[str, Json]) -> Body:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def first(*values: Json) -> Json:
    """The first that says something."""
    return next((value for value in values if value not in (None, "", [], {})), None)


def objects(value: Json) -> Iterator[Body]:
    """The objects of a list."""
    yield from (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def words(value: Json) -> list[str]:
    """The words of a list of words."""
    return [one for one in value if isinstance(one, str) and one.strip()] if isinstance(value, list) else []


def joined(value: Json) -> str:
    """A list of words in one line."""
    return ", ".join(words(value))


def each(ids: SourceIds, kind: str, owner: str, field: str, texts: Iterable[str]) -> list[Json]:
    """One HSDS object a word, with the word in its `field`."""
    return [{"id": ids.of(kind, f"{owner}:{text}"), field: text} for text in dict.fromkeys(texts)]


def id_of(body: Body) -> str:
    """Ohana's id, a number, as text; empty where there is none."""
    found = body.get("id")
    return str(found) if isinstance(found, int | str) and not isinstance(found, bool) else ""


def clock(value: Json) -> Json:
    """`2000-01-01T08:00:00.000Z` is eight o'clock at the place: the day and the Z say nothing."""
    found = MOMENT.match(value) if isinstance(value, str) else None
    return found[1] if found else value
