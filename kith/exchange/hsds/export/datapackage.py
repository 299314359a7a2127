"""The description of a tabular package, as a Frictionless Data Package, made from the standard's table."""

from collections.abc import Collection

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS, VERSION, Field, HsdsObject, Kind, Shape
from kith.exchange.hsds.to_body import Body

FORMATS = {Shape.UUID: "uuid", Shape.EMAIL: "email", Shape.URI: "uri"}
REFERENCES = {
    "organization_id": "organization",
    "parent_organization_id": "",
    "program_id": "program",
    "service_id": "service",
    "location_id": "location",
    "service_at_location_id": "service_at_location",
    "contact_id": "contact",
    "phone_id": "phone",
    "unit_id": "unit",
    "taxonomy_id": "taxonomy",
    "taxonomy_term_id": "taxonomy_term",
}
"""Which table a column refers to. A parent may be elsewhere, so no key is promised for it."""


def datapackage(tables: Collection[str]) -> Body:
    """The package's description with these tables.

    An empty cell says that the text is not known, so what may be empty is not required.
    """
    kept = [one for one in HSDS.values() if one.name in tables]
    return {
        "profile": "tabular-data-package",
        "name": "human_services_data",
        "title": f"Human Services Data Specification {VERSION}",
        "resources": [_resource(one, tables) for one in kept],
    }


def _resource(one: HsdsObject, tables: Collection[str]) -> Json:
    needed = {*one.needed, *one.needed_in_table} - {"unit"} - one.may_be_empty
    schema: Body = {"fields": [_field(field, field.name in needed) for field in one.columns]}
    keys = [_key(field.name) for field in one.columns if REFERENCES.get(field.name) in tables]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": one.name,
        "path": one.table,
        "format": "csv",
        "mediatype": "text/csv",
        "profile": "tabular-data-resource",
        "schema": schema,
    }


def _field(field: Field, is_needed: bool) -> Json:
    described: Body = {"name": field.name, "type": _type(field)}
    if field.shape in FORMATS:
        described["format"] = FORMATS[field.shape]
    constraints: Body = {"required": True} if is_needed else {}
    if field.name == "id":
        constraints["unique"] = True
    if field.choices:
        constraints["enum"] = list(field.choices)
    return described | ({"constraints": constraints} if constraints else {})


def _type(field: Field) -> str:
    if field.kind is Kind.NUMBER:
        return "number"
    return "date" if field.shape is Shape.DAY else "string"


def _key(column: str) -> Json:
    return {"fields": column, "reference": {"resource": REFERENCES[column], "fields": "id"}}
