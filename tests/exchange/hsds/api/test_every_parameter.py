"""Every parameter of every address, as our own OpenAPI lists them, has the effect that it says."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client

from kith.core import clock
from kith.directory.records import Json
from tests.exchange.hsds.api.two_services import AFTER, two_services

pytestmark = pytest.mark.django_db
client = Client()

Record = dict[str, Json]
DOORS = ["/hsds", "/oruk"]
BOTH, MORNING, EVENING = {"Morning", "Evening"}, {"Morning"}, {"Evening"}


@dataclass(frozen=True, slots=True)
class Row:
    """What is asked, and which of the two services, or of what belongs to them, answers."""

    asked: dict[str, str]
    kept: set[str]


KEEPING: dict[str, Row] = {
    "search": Row({"search": "morning"}, MORNING),
    "taxonomy_term_id": Row({"taxonomy_term_id": "Morning help"}, MORNING),
    "taxonomy_id": Row({"taxonomy_id": "Morning words"}, MORNING),
    "organization_id": Row({"organization_id": "Morning House"}, MORNING),
    "modified_after": Row({"modified_after": "2026-03-02T09:00:00Z"}, MORNING),
    "minimum_age": Row({"minimum_age": "10"}, MORNING),
    "maximum_age": Row({"maximum_age": "30"}, MORNING),
    "day": Row({"day": "MO"}, MORNING),
    "start_time": Row({"start_time": "09:30"}, EVENING),
    "end_time": Row({"end_time": "12:00"}, MORNING),
    "language": Row({"language": "cy,ar"}, MORNING),
    "age": Row({"age": "61"}, EVENING),
    "bbox": Row({"bbox": "-1.2,52,-1.1,53"}, MORNING),
    "near": Row({"near": "53.0,-1.15"}, set()),
    "radius": Row({"near": "53.0,-1.15", "radius": "6000"}, MORNING),
    "open_now": Row({"open_now": "true"}, MORNING),
    "open_at": Row({"open_at": "2026-03-10T20:59:00Z"}, EVENING),
    "postcode": Row({"postcode": "ng15aa"}, MORNING),
    "proximity": Row({"postcode": "NG1 5AA", "proximity": "200000"}, BOTH),
    "top_only": Row({"top_only": "true"}, MORNING),
    "parent_id": Row({"parent_id": "above"}, EVENING),
}
"""Names stand for the ids of what is called so."""


def asked_as(door: str, path: str, **parameters: str) -> Record:
    with clock.at(AFTER):
        response = client.get(f"{door}{path}", parameters)
    assert response.status_code == 200, response.content
    body: Record = response.json()
    return body


def records(body: Record) -> list[Record]:
    contents = body["contents"]
    assert isinstance(contents, list)
    return [one for one in contents if isinstance(one, dict)]


def names(body: Record) -> set[str]:
    services = [one.get("service", one) for one in records(body)]
    return {str(one["name"]).split()[0] for one in services if isinstance(one, dict)}


def known_ids() -> dict[str, str]:
    """The ids of what has a name, by the name."""
    lists = ["/organizations", "/taxonomies", "/taxonomy_terms"]
    found = [one for path in lists for one in records(asked_as("/hsds", path))]
    above = next(str(one["parent_id"]) for one in found if "parent_id" in one)
    return {"above": above, **{str(one["name"]): str(one["id"]) for one in found}}


def turns_to_the_next_page(door: str, path: str) -> None:
    pages = [records(asked_as(door, path, per_page="1", page=number)) for number in ("1", "2", "3")]
    assert [len(page) for page in pages] == [1, 1, 0]
    assert pages[0] != pages[1]


def makes_pages_of_that_size(door: str, path: str) -> None:
    assert asked_as(door, path, per_page="1")["total_pages"] == 2
    assert asked_as(door, path)["total_pages"] == 1


def gives_one_record_a_line(door: str, path: str) -> None:
    response = client.get(f"{door}{path}", {"format": "ndjson"})
    lines = [json.loads(line) for line in b"".join(response.streaming_content).splitlines()]
    assert [one["id"] for one in lines] == [one["id"] for one in records(asked_as(door, path))]


def nests_everything(door: str, path: str) -> None:
    short, long = (records(asked_as(door, path, full=value))[0] for value in ("false", "true"))
    assert set(short) <= set(long)
    assert len(json.dumps(long)) > len(json.dumps(short))


def gives_ids_and_times(door: str, path: str) -> None:
    assert {tuple(one) for one in records(asked_as(door, path, minimal="true"))} == {("id", "last_modified")}


def nests_services(door: str, path: str) -> None:
    short, long = (records(asked_as(door, path, full_service=value))[0] for value in ("false", "true"))
    assert "services" not in short
    assert long["services"]


SHAPING: dict[str, Callable[[str, str], None]] = {
    "page": turns_to_the_next_page,
    "per_page": makes_pages_of_that_size,
    "format": gives_one_record_a_line,
    "full": nests_everything,
    "minimal": gives_ids_and_times,
    "full_service": nests_services,
}


def described(door: str, path: str, method: str) -> set[str]:
    """The parameters that our OpenAPI lists."""
    operation = client.get(f"{door}/openapi.json").json()["paths"][path][method]
    if method == "get":
        return {one["name"] for one in operation["parameters"]}
    return set(operation["requestBody"]["content"]["application/json"]["schema"]["properties"])


LISTS = [
    (door, path)
    for door in DOORS
    for path in ("/services", "/service_at_locations", "/organizations", "/taxonomies", "/taxonomy_terms")
]


@pytest.mark.parametrize(("door", "path"), LISTS)
def test_each_parameter_of_our_openapi_has_its_effect(door: str, path: str) -> None:
    two_services()
    ids = known_ids()
    parameters = described(door, path, "get")

    assert parameters == described(door, path, "post")
    assert names(asked_as(door, path)) == BOTH
    for name in parameters & set(SHAPING):
        SHAPING[name](door, path)
    for name in parameters - set(SHAPING):
        asked = {key: ids.get(value, value) for key, value in KEEPING[name].asked.items()}
        assert names(asked_as(door, path, **asked)) == KEEPING[name].kept, name
        posted = client.post(f"{door}{path}", json.dumps(asked), content_type="application/json")
        if name != "open_now":
            assert names(posted.json()) == KEEPING[name].kept, name


@pytest.mark.parametrize("door", DOORS)
def test_every_list_that_is_described_is_looked_at(door: str) -> None:
    paths = client.get(f"{door}/openapi.json").json()["paths"]

    assert {path for path in paths if "post" in paths[path]} == {path for at, path in LISTS if at == door}


def test_one_organisation_comes_with_its_services_where_that_is_asked() -> None:
    two_services()
    path = f"/organizations/{known_ids()['Morning House']}"

    assert "services" not in asked_as("/hsds", path)
    assert len(asked_as("/hsds", path, full_service="true")["services"]) == 1  # type: ignore[arg-type]
