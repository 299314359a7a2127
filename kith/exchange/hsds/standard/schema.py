"""The standard's objects as JSON Schema (Draft 2020-12), made from the table."""

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.standard.fields import CHECKED_BY_THE_STANDARD, Field, HsdsObject, Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str) -> dict[str, Json]:
    """The schema of one object with all that can be nested in it, as lax as the standard's own."""
    definitions: dict[str, Json] = {one.name: _object(one) for one in HSDS.values()}
    return {"$schema": DIALECT, "$ref": f"#/$defs/{name}", "$defs": definitions}


def _object(one: HsdsObject) -> Json:
    return {
        "type": "object",
        "required": list(one.needed),
        "properties": {field.name: field_schema(field) for field in one.fields},
    }


def field_schema(field: Field) -> Json:
    """The schema of one field; nested objects by reference into `$defs`."""
    inner: Json = {"$ref": f"#/$defs/{field.of}"}
    if field.kind is Kind.MANY:
        return {"type": "array", "items": inner}
    if field.kind is Kind.ONE:
        return inner
    if field.kind is Kind.NUMBER:
        return {"type": "number"}
    return _text(field)


def _text(field: Field) -> Json:
    schema: dict[str, Json] = {"type": "string"}
    if field.choices:
        schema["enum"] = list(field.choices)
    if field.shape in CHECKED_BY_THE_STANDARD:
        schema["format"] = field.shape.value
    return schema
