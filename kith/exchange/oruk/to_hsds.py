"""Records of Open Referral UK 3 as HSDS 3.1. Pure; what is HSDS 3.1 already stays as it is.

The profile leaves fields out, which harms nobody, and has four of its own. Service fees stay in `fees`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kith.directory.records import Json
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.oruk.profile import OWN, OwnField

DEEPEST = 30


OWN_FIELDS = {
    "accessibility": OWN["accessibility"],
    "service_areas": OWN["service_area"],
    "taxonomy_term": OWN["taxonomy_term"],
    "taxonomy_terms": OWN["taxonomy_term"],
}
"""By the field in which the object is nested."""


def to_hsds(body: dict[str, Json]) -> dict[str, Json]:
    """The record as HSDS 3.1."""
    return {name: _value(name, value, 0) for name, value in body.items()}


def is_oruk(body: dict[str, Json]) -> bool:
    """True if a field that only the profile has stands in the record."""
    return to_hsds(body) != body


def from_oruk(records: Iterable[RawRecord]) -> Iterator[RawRecord]:
    """The records as HSDS 3.1; one that was changed for that beside the record as it came."""
    for record in records:
        body = to_hsds(record.body) if record.body is not None else None
        if body == record.body and "taxonomy_terms" not in (body or {}):
            yield record
            continue
        for one in _apart(body or {}):
            yield replace(record, body=one, raw=record.raw or record.body)


def _apart(body: dict[str, Json]) -> Iterator[dict[str, Json]]:
    """A taxonomy that has its terms nested in it as a taxonomy and terms; anything else as it is."""
    terms = body.get("taxonomy_terms")
    if not isinstance(terms, list) or "status" in body:
        yield body
        return
    taxonomy = {name: value for name, value in body.items() if name != "taxonomy_terms"}
    yield taxonomy
    for term in terms:
        if isinstance(term, dict):
            yield {"taxonomy_detail": taxonomy, **term}


def _value(name: str, value: Json, depth: int) -> Json:
    if depth > DEEPEST:
        return value
    if isinstance(value, list):
        return [_value(name, one, depth + 1) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _value(key, one, depth + 1) for key, one in value.items()}
    return _without_own(inner, OWN_FIELDS[name]) if name in OWN_FIELDS else inner


def _without_own(body: dict[str, Json], own: OwnField) -> dict[str, Json]:
    """The object with its own field's words in the field that says the same, or else beside it."""
    if own.name not in body:
        return body
    words = body[own.name]
    rest = {name: value for name, value in body.items() if name != own.name}
    if own.same not in rest:
        return {**rest, own.same: words}
    return rest if rest[own.same] == words or own.second in rest else {**rest, own.second: words}
