"""Our table of HSDS 3.1 says what the published schemas say, where a copy of these lies beside the repository."""

import json

import pytest

from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.standard.fields import Field
from kith.exchange.hsds.standard.schema import field_schema
from tests.factories.published import HSDS_31, needs_hsds_31

KEPT = {"type", "format", "enum", "items", "$ref"}
pytestmark = needs_hsds_31


def published() -> dict[str, dict[str, object]]:
    whole = json.loads((HSDS_31 / "schema/compiled/service_with_definitions.json").read_text())
    return {
        **whole["definitions"],
        "service": {"properties": whole["properties"], "required": whole["required"]},
    }


def published_tables() -> dict[str, dict[str, object]]:
    package = json.loads((HSDS_31 / "datapackage.json").read_text())
    return {one["name"]: one for one in package["resources"]}


def said_by_us(field: Field) -> object:
    return json.loads(json.dumps(field_schema(field)).replace("#/$defs/", "#/definitions/"))


def test_the_objects_are_those_of_the_standard() -> None:
    assert set(HSDS) == set(published())


@pytest.mark.parametrize("name", sorted(HSDS))
def test_an_object_has_the_fields_and_needs_of_the_standard(name: str) -> None:
    theirs = published()[name]
    properties = theirs["properties"]
    assert isinstance(properties, dict)

    said = {field.name: said_by_us(field) for field in HSDS[name].fields}

    assert said == {
        key: {word: value for word, value in one.items() if word in KEPT} for key, one in properties.items()
    }
    assert set(HSDS[name].needed) == set(theirs["required"])


@pytest.mark.parametrize("name", sorted(set(HSDS) - {"unit", "service_capacity"}))
def test_a_table_has_the_file_and_columns_of_the_standard(name: str) -> None:
    """Left out: the two tables whose columns the published package of 3.1 forgot."""
    theirs = published_tables()[name]
    schema = theirs["schema"]
    assert isinstance(schema, dict)

    columns = [field.name for field in HSDS[name].columns]

    assert HSDS[name].table == theirs["path"]
    assert columns == [field["name"] for field in schema["fields"]]
    assert {*HSDS[name].needed, *HSDS[name].needed_in_table} == {
        field["name"] for field in schema["fields"] if field["constraints"]["required"]
    }
