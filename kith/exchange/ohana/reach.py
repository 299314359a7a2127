"""Ohana's telephones, contacts and languages as HSDS objects."""

from collections.abc import Iterable

from kith.directory.records import Json
from kith.exchange.ohana.fields import Body, id_of, kept, objects
from kith.exchange.source_ids import SourceIds
from kith.exchange.wording.language_words import language_fields

ON_PAPER = {"number_type": "type", "number": "number", "extension": "extension"}


def phones(value: Json, owner: str, ids: SourceIds) -> list[Json]:
    """Telephone numbers; the department and the number in letters stand in the description."""
    return [_phone(one, f"{owner}:{place}", ids) for place, one in enumerate(objects(value))]


def _phone(one: Body, made: str, ids: SourceIds) -> Json:
    words = [one.get("department"), one.get("vanity_number")]
    return kept(
        {
            "id": ids.of("phone", id_of(one) or made),
            **{new: one.get(old) for old, new in ON_PAPER.items()},
            "description": ". ".join(word for word in words if isinstance(word, str) and word),
        }
    )


def contacts(value: Json, owner: str, ids: SourceIds) -> list[Json]:
    """Published contacts with their telephones."""
    return [
        kept(
            {
                "id": ids.of("contact", id_of(one) or f"{owner}:{place}"),
                **{name: one.get(name) for name in ("name", "title", "department", "email")},
                "phones": phones(one.get("phones"), f"{owner}:contact:{place}", ids),
            }
        )
        for place, one in enumerate(objects(value))
    ]


def languages(names: Iterable[str], owner: str, ids: SourceIds) -> list[Json]:
    """Languages by their names."""
    return [
        {"id": ids.of("language", f"{owner}:{name}"), **language_fields(name)}
        for name in dict.fromkeys(names)
    ]
