"""The interface's own description, made from the table of the standard."""

from kith.directory.records import Json
from kith.exchange.hsds.api.parameters import MOST_PER_PAGE, PER_PAGE
from kith.exchange.hsds.standard import VERSION
from kith.exchange.hsds.standard.schema import json_schema
from kith.exchange.hsds.to_body import Body

PAGED = ("search", "page", "per_page", "format")
TAGGED = ("taxonomy_term_id", "taxonomy_id")
OF_SERVICES = (*PAGED, *TAGGED, "organization_id", "modified_after", "full")

LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "/services": ("service", (*OF_SERVICES, "minimal")),
    "/service_at_locations": ("service_at_location", (*OF_SERVICES, "postcode", "proximity")),
    "/organizations": ("organization", (*PAGED, *TAGGED, "full", "full_service")),
    "/taxonomies": ("taxonomy", PAGED),
    "/taxonomy_terms": ("taxonomy_term", (*PAGED, "taxonomy_id", "top_only", "parent_id")),
}
FLAG: Body = {"type": "boolean"}
ID: Body = {"type": "string", "format": "uuid"}
SINGLE: Body = {"type": ["string", "number", "boolean", "null"]}
SHORT_TEXT: Body = {"type": "string", "maxLength": 1000, "pattern": "^[^\\u0000]*$"}
SCHEMAS: dict[str, Body] = {
    "search": SHORT_TEXT,
    "page": {"type": "integer", "minimum": 1, "maximum": 10_000_000, "default": 1},
    "per_page": {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE},
    "format": {"type": "string", "enum": ["json", "ndjson"]},
    "taxonomy_term_id": ID,
    "taxonomy_id": ID,
    "organization_id": ID,
    "parent_id": ID,
    "modified_after": {"type": "string", "format": "date-time"},
    "full": FLAG,
    "minimal": FLAG,
    "full_service": FLAG,
    "top_only": FLAG,
    "postcode": SHORT_TEXT,
    "proximity": {"type": "number", "minimum": 0, "maximum": 500_000},
}
ERROR: Body = {
    "type": "object",
    "required": ["code", "message"],
    "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
}


def openapi(server: str) -> Body:
    """The description, as OpenAPI 3.1, of the interface at the address `server`."""
    paths: Body = {"/": {"get": _operation("about", "about", (), {"type": "object"}, ())}}
    for path, (name, parameters) in LISTS.items():
        page = _page_of(name)
        ways: Body = {
            "get": _operation(f"list_{name}", name, parameters, page, ("400",)),
            "post": _post(f"search_{name}", name, parameters, page),
        }
        paths[path] = ways
        one = _operation(f"get_{name}", name, _of_one(name), _ref(name), ("400", "404"))
        where: Json = {"name": "id", "in": "path", "required": True, "schema": ID}
        paths[f"{path}/{{id}}"] = {"parameters": [where], "get": one}
    definitions = json_schema("service")["$defs"]
    schemas: Body = {**(definitions if isinstance(definitions, dict) else {}), "error": ERROR}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Directory of help (HSDS)", "version": VERSION},
        "servers": [{"url": server.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": _referring(schemas)},
    }


def _of_one(name: str) -> tuple[str, ...]:
    return ("full_service",) if name == "organization" else ()


def _operation(
    operation_id: str, tag: str, parameters: tuple[str, ...], schema: Json, errors: tuple[str, ...]
) -> Body:
    listed: list[Json] = [
        {"name": name, "in": "query", "required": False, "schema": SCHEMAS[name]} for name in parameters
    ]
    return {
        "operationId": operation_id,
        "tags": [tag],
        "parameters": listed,
        "responses": _responses(schema, errors),
    }


def _post(operation_id: str, tag: str, parameters: tuple[str, ...], schema: Json) -> Body:
    """The same search, with what is looked for in the body."""
    fields: Body = {name: SCHEMAS[name] for name in parameters}
    body: Json = {"schema": {"type": "object", "properties": fields, "additionalProperties": SINGLE}}
    return {
        "operationId": operation_id,
        "tags": [tag],
        "requestBody": {"content": {"application/json": body}},
        "responses": _responses(schema, ("400",)),
    }


def _responses(schema: Json, errors: tuple[str, ...]) -> Json:
    ndjson: Json = {"schema": {"type": "string"}}
    good: Json = {
        "description": "What was asked for",
        "content": {"application/json": {"schema": schema}, "application/x-ndjson": ndjson},
    }
    bad: Json = {
        "description": "Why not",
        "content": {"application/json": {"schema": _ref("error")}},
    }
    return {"200": good, **dict.fromkeys(errors, bad)}


def _page_of(name: str) -> Json:
    counts: Body = {
        field: {"type": "integer"} for field in ("total_items", "total_pages", "page_number", "size")
    }
    flags: Body = dict.fromkeys(("first_page", "last_page", "empty"), FLAG)
    contents: Json = {"type": "array", "items": {"type": "object"} if name == "service" else _ref(name)}
    return {
        "type": "object",
        "required": [*counts, *flags, "contents"],
        "properties": {**counts, **flags, "contents": contents},
    }


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _referring(schema: Json) -> Json:
    """The schema with its references into `$defs` turned to where OpenAPI keeps them."""
    if isinstance(schema, list):
        return [_referring(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    ref = schema.get("$ref")
    if isinstance(ref, str):
        return {"$ref": ref.replace("#/$defs/", "#/components/schemas/")}
    return {name: _referring(value) for name, value in schema.items()}
