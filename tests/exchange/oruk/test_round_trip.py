"""The profile's own examples go in and come out at `/oruk/` with no field lost or changed but the ids."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from kith.directory.actions.set_licence import set_licence
from kith.directory.records import Json
from kith.exchange.files.records_in import ListingFile, records_in
from kith.exchange.hsds.take_in import take_in_records
from tests.exchange.hsds.test_round_trip import without_ids
from tests.exchange.oruk.test_to_hsds import MOCKS
from tests.factories.directory import SYSTEM
from tests.factories.published import ORUK_PROFILE, needs_oruk_mocks, needs_oruk_profile

pytestmark = [pytest.mark.django_db, needs_oruk_profile]

Body = dict[str, Json]
WHOLE = {
    "service_full": ("services", {}),
    "service_at_location_full": ("service_at_locations", {}),
    "organization_full": ("organizations", {"full_service": "true"}),
    "taxonomy": ("taxonomies", {}),
    "taxonomy_term": ("taxonomy_terms", {}),
}
LISTS = {
    "service_list": "services",
    "service_at_location_list": "service_at_locations",
    "organization_list": "organizations",
    "taxonomy_list": "taxonomies",
    "taxonomy_term_list": "taxonomy_terms",
}
SCHEMAS = {
    "service_full": "compiled/service",
    "service_at_location_full": "compiled/service_at_location",
    "organization_full": "compiled/organization",
    "taxonomy": "taxonomy",
    "taxonomy_term": "taxonomy_term",
    "service_list": "compiled/service_list",
    "service_at_location_list": "compiled/service_at_location_list",
    "organization_list": "compiled/organization_list",
    "taxonomy_list": "taxonomy",
    "taxonomy_term_list": "taxonomy_term",
}


def example(name: str) -> Body:
    body: Body = json.loads((ORUK_PROFILE / f"examples/{name}.json").read_text("utf-8"))
    return body


def taken_in(tmp_path: Path, body: Json) -> None:
    path = tmp_path / "example.json"
    path.write_text(json.dumps(body))
    file = ListingFile(path, "The profile", None, None)
    take_in_records(
        SYSTEM,
        records=records_in(file, lambda _words: None),
        file_name=path.name,
        source_name="The profile",
        progress=lambda _count: None,
    )
    set_licence(SYSTEM, source_name="The profile", licence="CC-BY-SA-4.0", licence_url="", attribution="")


def got(path: str, **parameters: str) -> Body:
    body: Body = Client().get(f"/oruk/{path}", parameters).json()
    return body


def contents(body: Body) -> list[Body]:
    listed = body["contents"]
    assert isinstance(listed, list)
    return [one for one in listed if isinstance(one, dict)]


def whole(name: str) -> Body:
    """What stands now at the address of the only record of this kind."""
    path, parameters = WHOLE[name]
    [one] = contents(got(path))
    return got(f"{path}/{one['id']}", **parameters)


def ids_in(body: Json, kind: str) -> Iterator[tuple[str, str]]:
    """Every id with the kind of object that it names, in an order that does not hang on the ids."""
    if isinstance(body, list):
        for one in body:
            yield from ids_in(one, kind)
    if not isinstance(body, dict):
        return
    for name, value in sorted(body.items()):
        if isinstance(value, str) and (name == "id" or name.endswith("_id")):
            yield (kind if name in {"id", "parent_id"} else name.removesuffix("_id")), value
        else:
            yield from ids_in(value, {"taxonomy_terms": "taxonomy_term"}.get(name, name))


def schema_errors(name: str, body: Body) -> list[str]:
    return [error.message for error in _validator(SCHEMAS[name]).iter_errors(body)]


@cache
def _validator(name: str) -> Draft202012Validator:
    """The published schema; those that are not compiled name others by their files, which stay unread."""
    schema = json.loads((ORUK_PROFILE / f"schema/{name}.json").read_text("utf-8"))
    if name == "taxonomy":
        schema["properties"]["taxonomy_terms"]["items"] = True
    if name == "taxonomy_term":
        schema["properties"].pop("taxonomy_detail", None)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def assert_same_but_ids(before: Body, after: Body) -> None:
    assert without_ids(after) == without_ids(before)
    pairs = set(zip(ids_in(before, ""), ids_in(after, ""), strict=True))
    assert len({ours for _, ours in pairs}) == len({theirs for theirs, _ in pairs}) == len(pairs)


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_record_comes_out_as_it_went_in(tmp_path: Path, name: str) -> None:
    before = example(name)
    taken_in(tmp_path, before)

    after = whole(name)

    assert_same_but_ids(before, after)
    assert schema_errors(name, after) == []


@pytest.mark.parametrize("name", LISTS)
def test_a_page_of_a_list_comes_out_as_it_went_in(tmp_path: Path, name: str) -> None:
    before = example(name)
    taken_in(tmp_path, before)

    after = got(LISTS[name])

    assert set(after) == set(before)
    assert without_ids(after["contents"]) == without_ids(before["contents"])
    assert [schema_errors(name, one) for one in contents(after)] == [[] for _one in contents(before)]


@needs_oruk_mocks
@pytest.mark.parametrize("name", ["service_full", "service_at_location_full", "taxonomy", "taxonomy_term"])
def test_a_mock_of_the_validator_comes_out_as_it_went_in(tmp_path: Path, name: str) -> None:
    before: Body = json.loads((MOCKS / f"V3.0-UK-Default/{name}.json").read_text("utf-8"))
    taken_in(tmp_path, before)

    assert_same_but_ids(before, whole(name))


def test_a_lost_field_would_be_noticed(tmp_path: Path) -> None:
    before = example("service_full")
    taken_in(tmp_path, before)
    after = whole("service_full")

    after.pop("alert")

    with pytest.raises(AssertionError):
        assert_same_but_ids(before, after)
