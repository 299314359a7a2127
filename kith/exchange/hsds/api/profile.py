"""How the interface differs from the standard: merge patches (RFC 7386) to its published files."""

from kith.directory.records import Json
from kith.exchange.hsds.api.interface import LISTS, OF_THE_STANDARD, Address
from kith.exchange.hsds.api.parameter_table import PARAMETERS
from kith.exchange.hsds.to_body import Body


def openapi_patch() -> Body:
    """The patch to the standard's `openapi.json`: further parameters, each described once.

    A merge patch cannot add to a list, so each list of parameters stands there whole.
    """
    added = {path: _added(path, one) for path, one in LISTS.items()}
    names = dict.fromkeys(name for some in added.values() for name in some)
    return {
        "components": {"parameters": {name: PARAMETERS[name].described(name) for name in names}},
        "paths": {
            path: {"get": {"parameters": [_ref(name) for name in LISTS[path].parameters]}}
            for path, some in added.items()
            if some
        },
    }


def root_patch() -> Body:
    """The patch to what stands at `/`."""
    publisher: Json = {"type": "object", "properties": {"name": {"type": "string"}}}
    return {"properties": {"description": {"type": "string"}, "publisher": publisher}}


def _added(path: str, address: Address) -> tuple[str, ...]:
    return tuple(name for name in address.parameters if name not in OF_THE_STANDARD[path])


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/parameters/{name}"}
