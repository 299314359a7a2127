"""UUIDs in the place of a feed's own ids, one to one: HSDS wants UUIDs, and half of some feeds has others."""

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS, Field, Shape
from kith.exchange.source_ids import SourceIds

NAMED_BESIDE = {"link_id": "link_entity", "resource_id": "resource_type"}
"""Ids of any kind of object, and the field that says which."""
ODD_NAMES = {"parent_organization_id": "organization", "parent_id": "taxonomy_term"}


def with_uuids(body: dict[str, Json], ids: SourceIds, of: str = "service") -> dict[str, Json]:
    """The object `of` that kind, and all in it, with UUIDs; what is a UUID stays, and so does an empty id."""
    return {name: _value(HSDS[of].field(name), value, body, ids, of) for name, value in body.items()}


def _value(field: Field | None, value: Json, body: dict[str, Json], ids: SourceIds, of: str) -> Json:
    if field is None:
        return value
    if field.is_nested:
        return _nested(field, value, ids)
    is_id = field.shape is Shape.UUID and isinstance(value, str | int) and not isinstance(value, bool)
    if not is_id or value == "":
        return value
    return ids.of(_kind(field.name, body, of), str(value))


def _nested(field: Field, value: Json, ids: SourceIds) -> Json:
    if isinstance(value, list):
        return [_nested(field, one, ids) for one in value]
    return with_uuids(value, ids, field.of) if isinstance(value, dict) else value


def _kind(name: str, body: dict[str, Json], of: str) -> str:
    """What kind of object the id in this field means."""
    if name == "id":
        return of
    if name in NAMED_BESIDE:
        return str(body.get(NAMED_BESIDE[name]))
    return ODD_NAMES.get(name, name.removesuffix("_id"))
