"""What `/oruk/` offers: the profile's addresses and parameters, and those of HSDS and of ours besides."""

from kith.directory.records import Json
from kith.exchange.hsds.api.interface import LISTS, Interface
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.standard.schema import field_schema
from kith.exchange.hsds.to_body import Body
from kith.exchange.oruk.profile import KEPT, OWN, VERSION

TEXT: Json = {"type": "string"}


def oruk_interface() -> Interface:
    """The same lists and parameters as at `/hsds/`, in the profile's shape."""
    schemas: dict[str, Json] = {name: _object(name) for name in KEPT}
    return Interface("Directory of help (Open Referral UK)", VERSION, LISTS, schemas)


def _object(name: str) -> Json:
    fields = {field.name: field for field in HSDS[name].fields}
    properties: Body = {kept: field_schema(fields[kept]) for kept in KEPT[name]}
    if name in OWN:
        properties[OWN[name].name] = TEXT
    if name == "taxonomy":
        properties["taxonomy_terms"] = {"type": "array", "items": {"$ref": "#/$defs/taxonomy_term"}}
    return {"type": "object", "required": list(HSDS[name].needed), "properties": properties}
