"""The description of an interface, made from the table of the standard and that of the parameters."""

from kith.directory.records import Json
from kith.exchange.hsds.api.interface import LISTS, Address, Interface
from kith.exchange.hsds.api.parameter_table import FLAG, ID, PARAMETERS
from kith.exchange.hsds.standard import VERSION
from kith.exchange.hsds.standard.schema import json_schema
from kith.exchange.hsds.to_body import Body

SINGLE: Body = {"type": ["string", "number", "boolean", "null"]}
ERROR: Body = {
    "type": "object",
    "required": ["code", "message"],
    "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
}


def hsds_interface() -> Interface:
    """HSDS as it is, with parameters of ours."""
    definitions = json_schema("service")["$defs"]
    schemas = definitions if isinstance(definitions, dict) else {}
    return Interface("Directory of help (HSDS)", VERSION, LISTS, schemas)


def openapi(interface: Interface, server: str) -> Body:
    """The description, as OpenAPI 3.1, of the interface at the address `server`."""
    about = _operation("about", "about", (), _answers({"type": "object"}, ()))
    paths: Body = {"/": {"get": about}}
    for path, address in interface.lists.items():
        paths[path] = _list(address)
        paths[f"{path}/{{id}}"] = _one(address)
    return {
        "openapi": "3.1.0",
        "info": {"title": interface.title, "version": interface.version},
        "servers": [{"url": server.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": _referring({**interface.schemas, "error": ERROR})},
    }


def _list(address: Address) -> Body:
    name = address.name
    answers = _answers(_page_of(name), ("400",), is_stream=True)
    return {
        "get": _operation(f"list_{name}", name, address.parameters, answers),
        "post": _post(f"search_{name}", name, address.parameters, answers),
    }


def _one(address: Address) -> Body:
    where: Json = {"name": "id", "in": "path", "required": True, "schema": ID}
    answers = _answers(_ref(address.name), ("400", "404"))
    return {
        "parameters": [where],
        "get": _operation(f"get_{address.name}", address.name, address.of_one, answers),
    }


def _operation(operation_id: str, tag: str, parameters: tuple[str, ...], answers: Json) -> Body:
    listed: list[Json] = [PARAMETERS[name].described(name) for name in parameters]
    return {"operationId": operation_id, "tags": [tag], "parameters": listed, "responses": answers}


def _post(operation_id: str, tag: str, parameters: tuple[str, ...], answers: Json) -> Body:
    """The same search, with what is looked for in the body."""
    fields: Body = {name: PARAMETERS[name].schema for name in parameters}
    body: Json = {"schema": {"type": "object", "properties": fields, "additionalProperties": SINGLE}}
    return {
        "operationId": operation_id,
        "tags": [tag],
        "description": "The same search, private: what is looked for stands in no address and no log.",
        "requestBody": {"content": {"application/json": body}},
        "responses": answers,
    }


def _answers(schema: Json, errors: tuple[str, ...], *, is_stream: bool = False) -> Json:
    content: Body = {"application/json": {"schema": schema}}
    if is_stream:
        content["application/x-ndjson"] = {"schema": {"type": "string"}}
    bad: Json = {"description": "Why not", "content": {"application/json": {"schema": _ref("error")}}}
    return {"200": {"description": "What was asked for", "content": content}, **dict.fromkeys(errors, bad)}


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
