"""HSDS in the UK profile's shape: what the profile keeps, its own fields, what it costs."""

import json

import pytest
from django.test import Client

from kith.core.ids import uuid7
from kith.directory.records import Json
from kith.exchange.hsds.api.interface import LISTS
from kith.exchange.oruk.profile import KEPT, OWN
from kith.exchange.oruk.to_oruk import to_oruk
from tests.factories.directory import a_service
from tests.factories.published import ORUK_PROFILE, needs_oruk_profile

client = Client()


@pytest.mark.parametrize(
    ("body", "fees"),
    [
        ({"fees": "Free", "fees_description": "None"}, "Free"),
        ({"fees_description": "None for members"}, "None for members"),
        (
            {"cost_options": [{"option": "Each evening", "currency": "GBP", "amount": 2.5}, {"amount": 0}]},
            "Each evening: 2.5 GBP; 0",
        ),
        ({"cost_options": [{"amount_description": "what you can"}]}, "what you can"),
        ({"cost_options": []}, None),
        ({}, None),
    ],
)
def test_what_it_costs_stands_in_fees(body: dict[str, Json], fees: str | None) -> None:
    assert to_oruk("service", body).get("fees") == fees


@pytest.mark.parametrize(
    ("name", "body", "becomes"),
    [
        ("service_area", {"name": "All"}, {"name": "All", "service_area": "All"}),
        (
            "service_area",
            {"name": "All", "description": "The town"},
            {"name": "All", "service_area": "The town"},
        ),
        ("accessibility", {"description": "Ramp"}, {"description": "Ramp", "accessibility": "Ramp"}),
        ("taxonomy_term", {"name": "Food", "code": "F"}, {"name": "Food", "term": "Food"}),
        ("contact", {"name": "Desk", "email": "a@b.example", "phones": []}, {"name": "Desk"}),
        ("location", {"name": "Hall", "schedules": [], "phones": []}, {"name": "Hall"}),
    ],
)
def test_what_the_profile_keeps_and_says_in_its_own_words(
    name: str, body: dict[str, Json], becomes: dict[str, Json]
) -> None:
    assert to_oruk(name, body) == becomes


@needs_oruk_profile
@pytest.mark.parametrize("name", KEPT)
def test_the_kept_fields_are_those_of_the_published_profile(name: str) -> None:
    schema = json.loads((ORUK_PROFILE / f"schema/{name}.json").read_text("utf-8"))
    own = {OWN[name].name} if name in OWN else set()
    nested_by_us = {"taxonomy_terms"} if name == "taxonomy" else set()

    assert set(KEPT[name]) | own | nested_by_us == set(schema["properties"])


@needs_oruk_profile
@pytest.mark.django_db
def test_every_address_and_parameter_of_the_profile_is_there() -> None:
    published = json.loads((ORUK_PROFILE / "schema/openapi.json").read_text("utf-8"))
    ours = client.get("/oruk/openapi.json").json()

    assert set(published["paths"]) <= set(ours["paths"])
    for path, address in LISTS.items():
        asked = published["paths"].get(path, {}).get("get", {}).get("parameters", [])
        assert {one["$ref"].rpartition("/")[2] for one in asked} <= set(address.parameters), path


@pytest.mark.django_db
def test_the_root_says_which_profile_this_is_and_where_it_is_described() -> None:
    about = client.get("/oruk/").json()

    assert set(about) == {"version", "profile", "openapi_url"}
    assert about["version"] == "HSDS-UK-3.0"
    assert client.get(about["openapi_url"]).json()["openapi"] == "3.1.0"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["nothing", "services/", f"services/{uuid7()}", f"taxonomies/{uuid7()}"],
    ids=["nothing", "services", "a service", "a taxonomy"],
)
def test_an_address_that_is_not_there_is_said_in_json(address: str) -> None:
    response = client.get(f"/oruk/{address}")

    assert (response.status_code, response.json()["code"]) == (404, "not-found")


@pytest.mark.django_db
def test_what_was_sent_already_is_not_sent_again() -> None:
    a_service()
    first = client.get("/oruk/services")

    again = client.get("/oruk/services", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first["Access-Control-Allow-Origin"] == "*"
