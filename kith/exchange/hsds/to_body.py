"""Records written as HSDS objects, field by field as the standard's table says. Pure.

Empty fields are left out, for null is not valid; a needed text that may be unknown is written as empty. A
nested object that lacks another needed field is left out whole; what would mislead programs is `certain`.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from kith.directory.records import Json, PlaceRecord, ServiceDetails, ServiceRecord, TermRecord
from kith.exchange.hsds.certain import certain
from kith.exchange.hsds.shapes import in_shape
from kith.exchange.hsds.standard import HSDS, Field, HsdsObject, Kind

NAMES: dict[tuple[str, str], str] = {
    ("organization", "additional_websites"): "urls",
    ("organization", "organization_identifiers"): "identifiers",
    ("organization", "parent_organization_id"): "parent_key",
    ("service", "additional_urls"): "urls",
    ("service", "service_areas"): "areas",
    ("service", "service_at_locations"): "places",
    ("service", "cost_options"): "costs",
    ("service", "required_documents"): "documents",
    ("service", "assured_date"): "assured_on",
    ("service_at_location", "service_areas"): "areas",
    ("taxonomy_term", "parent_id"): "parent_key",
    ("taxonomy_term", "taxonomy"): "taxonomy_name",
    ("taxonomy_term", "taxonomy_detail"): "taxonomy",
    ("attribute", "link_id"): "link_key",
    ("attribute", "taxonomy_term_id"): "term_key",
    ("attribute", "taxonomy_term"): "term",
    ("metadata", "resource_id"): "resource_key",
}
"""Where a record calls a field otherwise than the standard does."""

Body = dict[str, Json]
Plan = tuple[tuple[Field, str, bool], ...]
NOTHING = (None, "", ())
PLANS: dict[tuple[str, type[object]], Plan] = {}
"""By object and kind of record: asked for very often."""


def to_body(name: str, record: object) -> Body:
    """The object `name` of the standard, from its record."""
    body: Body = {}
    details = record.details if isinstance(record, ServiceRecord) else None
    for field, attribute, is_detail in _plan(name, type(record)):
        value = getattr(details if is_detail else record, attribute)
        if value in NOTHING:
            continue
        written = _written(field, value)
        if written not in (None, "", []):
            body[field.name] = written
    return _with_needed_texts(HSDS[name], body) | _extras(record)


def to_service_at_location(place: PlaceRecord, service: ServiceRecord) -> Body:
    """A place of a service as the object at the top, with the service nested in it."""
    nested = to_body("service", service)
    nested.pop("service_at_locations", None)
    return {**to_body("service_at_location", place), "service": nested}


def is_complete(name: str, body: Body) -> bool:
    """True if the object has every field the standard needs."""
    return all(needed in body for needed in HSDS[name].needed)


def _plan(name: str, kind: type[object]) -> Plan:
    """Each field that a record of this kind can tell, where it stands, and whether among the details."""
    if (name, kind) not in PLANS:
        own = _attributes(kind)
        known = own | _attributes(ServiceDetails) if kind is ServiceRecord else own
        named = [(field, _attribute(name, field)) for field in HSDS[name].fields]
        PLANS[name, kind] = tuple((field, one, one not in own) for field, one in named if one in known)
    return PLANS[name, kind]


def _attribute(name: str, field: Field) -> str:
    return "key" if field.name == "id" else NAMES.get((name, field.name), field.name)


def _attributes(kind: type[object]) -> frozenset[str]:
    return frozenset(one.name for one in fields(kind)) if is_dataclass(kind) else frozenset()


def _written(field: Field, value: object) -> Json:
    if field.kind is Kind.MANY:
        return _many(field.of, value) if isinstance(value, tuple) else None
    if field.kind is Kind.ONE:
        nested = to_body(field.of, value)
        return nested if is_complete(field.of, nested) and _is_worth_nesting(field, nested) else None
    if field.kind is Kind.NUMBER:
        return _number(value)
    return in_shape(field.shape, _text(value))


def _many(name: str, records: Iterable[object]) -> Json:
    bodies = [to_body(name, record) for record in certain(records)]
    kept: list[Json] = [body for body in bodies if is_complete(name, body)]
    return kept


def _is_worth_nesting(field: Field, nested: Body) -> bool:
    """A taxonomy of which only the name is known is named by its id instead."""
    return field.of != "taxonomy" or bool(nested.get("description"))


def _extras(record: object) -> Body:
    if isinstance(record, TermRecord) and record.taxonomy and not record.taxonomy.description:
        return {"taxonomy_id": record.taxonomy.key}
    return {}


def _with_needed_texts(one: HsdsObject, body: Body) -> Body:
    """Needed texts that are not known, as empty texts, where the standard takes them so."""
    missing: Body = {name: "" for name in one.needed if name in one.may_be_empty and name not in body}
    return body | missing


def _number(value: object) -> Json:
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() else None
    if isinstance(value, int):
        return value
    if not isinstance(value, float | Decimal):
        return None
    return int(value) if value == int(value) else float(value)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
