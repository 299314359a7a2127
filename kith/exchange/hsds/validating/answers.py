"""The objects as answers hold them: those of the standard's table, and what answers nest besides."""

from functools import cache

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.standard.fields import Field, HsdsObject, Kind, many, one
from kith.exchange.hsds.standard.schema import DIALECT, field_schema, json_schema

ALSO_NESTED: dict[str, tuple[Field, ...]] = {
    "service_at_location": (one("service", "service"),),
    "organization": (many("services", "service"),),
}
"""What the standard's answers turn round: a place with its service, an organisation with its services."""


def object_named(name: str) -> HsdsObject:
    """The object of the standard. Raises KeyError for a name it does not know."""
    return HSDS[name]


@cache
def fields_of(name: str) -> dict[str, Field]:
    """Every field that may stand in the object, by its name."""
    return {field.name: field for field in (*HSDS[name].fields, *ALSO_NESTED.get(name, ()))}


@cache
def nested_fields(name: str) -> tuple[Field, ...]:
    """The fields in which other objects stand."""
    return tuple(field for field in fields_of(name).values() if field.is_nested)


@cache
def texts_of(name: str) -> tuple[Field, ...]:
    """The fields that hold a text."""
    return tuple(field for field in HSDS[name].fields if field.kind is Kind.TEXT)


@cache
def validator_of(name: str) -> Validator:
    """The check of a nested record against the standard's own schema, with its formats."""
    return _with_formats(answer_schema(name))


@cache
def row_validator_of(name: str) -> Validator:
    """The check of one row of the object's table, in which nothing is nested."""
    of = HSDS[name]
    needed = [column.name for column in of.columns if column.name in {*of.needed, *of.needed_in_table}]
    columns: Json = {column.name: field_schema(column) for column in of.columns}
    return _with_formats(
        {"$schema": DIALECT, "type": "object", "required": list(needed), "properties": columns}
    )


def answer_schema(name: str) -> dict[str, Json]:
    """The standard's schema of the object, with what answers nest besides."""
    schema = json_schema(name)
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    for host, fields in ALSO_NESTED.items():
        definition = definitions[host]
        assert isinstance(definition, dict)
        properties = definition["properties"]
        assert isinstance(properties, dict)
        properties |= {field.name: field_schema(field) for field in fields}
    return schema


def _with_formats(schema: dict[str, Json]) -> Validator:
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
