"""The interface as another program meets it: pages, parameters, streams, errors."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from kith.core import clock
from kith.core.ids import uuid7
from kith.directory.actions.set_licence import set_licence
from kith.directory.records import Json
from tests.factories.directory import (
    SYSTEM,
    a_place,
    a_service,
    an_organization,
    at,
    hsds_service,
    source_id,
    taken_in,
    weekly,
)

pytestmark = pytest.mark.django_db
client = Client()


def got(address: str, **parameters: object) -> dict[str, Json]:
    response = client.get(f"/hsds/{address}", parameters)
    assert response.status_code == 200, response.content
    body: dict[str, Json] = response.json()
    return body


def ids(body: dict[str, Json]) -> list[str]:
    contents = body["contents"]
    assert isinstance(contents, list)
    return [str(one["id"]) for one in contents if isinstance(one, dict)]


def tag(name: str) -> Json:
    taxonomy: Json = {"id": source_id("kinds"), "name": "Kinds", "description": "Kinds of help"}
    term: Json = {
        "id": source_id(name),
        "name": name,
        "description": name,
        "taxonomy_detail": taxonomy,
    }
    return [{"id": source_id(f"tag {name}"), "taxonomy_term": term}]


@pytest.fixture
def listings() -> list[str]:
    taken_in(
        hsds_service("Food pantry", attributes=tag("food")),
        hsds_service("Warm room", attributes=tag("warmth")),
    )
    set_licence(SYSTEM, source_name="Riverside List", licence="CC0-1.0", licence_url="", attribution="")
    for number in range(5):
        a_service(f"Group {number}")
    return ids(got("services"))


def test_pages_are_in_order_and_never_overlap_or_miss(listings: list[str]) -> None:
    pages = [got("services", page=number, per_page=3) for number in (1, 2, 3, 4)]

    assert [one for page in pages for one in ids(page)] == listings == sorted(listings)
    assert [page["size"] for page in pages] == [3, 3, 1, 0]
    assert [page["first_page"] for page in pages] == [True, False, False, False]
    assert [page["last_page"] for page in pages] == [False, False, True, True]
    assert [page["empty"] for page in pages] == [False, False, False, True]
    assert {(page["total_items"], page["total_pages"]) for page in pages} == {(7, 3)}


@pytest.mark.parametrize(
    "parameters",
    [
        {"search": "pantry"},
        {"taxonomy_term_id": "food"},
        {"organization_id": "of the pantry"},
    ],
)
def test_each_parameter_narrows_by_get_and_by_post(listings: list[str], parameters: dict[str, str]) -> None:
    whole = {str(one["name"]): one for one in stream("services")}
    known = {
        "food": whole["Food pantry"]["attributes"][0]["taxonomy_term"]["id"],
        "of the pantry": whole["Food pantry"]["organization"]["id"],
    }
    sent = {name: known.get(value, value) for name, value in parameters.items()}

    found = ids(got("services", **sent))
    posted = client.post("/hsds/services", json.dumps(sent), content_type="application/json")
    as_form = client.post("/hsds/services", sent)

    assert whole["Food pantry"]["id"] in found
    assert len(found) < len(listings)
    assert ids(posted.json()) == ids(as_form.json()) == found
    assert posted["Cache-Control"] == "no-store"


def test_a_taxonomy_narrows_to_the_services_that_use_it(listings: list[str]) -> None:
    [taxonomy] = ids(got("taxonomies"))

    assert len(ids(got("services", taxonomy_id=taxonomy))) == 2
    assert ids(got("services", taxonomy_id=uuid7())) == []


def test_modified_after_leaves_out_what_did_not_change(listings: list[str]) -> None:
    tomorrow = (clock.now() + timedelta(days=1)).isoformat()
    yesterday = (clock.now() - timedelta(days=1)).isoformat()

    assert ids(got("services", modified_after=tomorrow)) == []
    assert ids(got("services", modified_after=yesterday)) == listings


def test_minimal_gives_ids_and_times_on_one_page(listings: list[str]) -> None:
    body = got("services", minimal="true", per_page=2)

    assert ids(body) == listings
    assert all(set(one) == {"id", "last_modified"} for one in body["contents"])


def stream(address: str) -> list[dict[str, Json]]:
    response = client.get(f"/hsds/{address}", {"format": "ndjson"})
    assert response["Content-Type"] == "application/x-ndjson"
    return [json.loads(line) for line in b"".join(response.streaming_content).splitlines()]


@pytest.mark.parametrize(
    "address", ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"]
)
def test_a_stream_gives_each_record_once_and_whole(listings: list[str], address: str) -> None:
    a_service("Walk-in", details=at(a_place()))

    lines = stream(address)

    assert [line["id"] for line in lines] == ids(got(address, per_page=500))
    assert len(lines) > 0
    assert all(got(f"{address}/{line['id']}") == line for line in lines)


def test_full_nests_what_brief_leaves_out(listings: list[str]) -> None:
    brief, full = got("services", search="pantry"), got("services", search="pantry", full="true")

    assert "attributes" not in brief["contents"][0]
    assert brief["contents"][0]["organization"]["name"] == "Riverside Trust"
    assert full["contents"][0]["attributes"][0]["taxonomy_term"]["name"] == "food"


def test_an_organisation_comes_with_its_services_where_asked(listings: list[str]) -> None:
    [organization] = got("organizations", search="riverside")["contents"]

    body = got(f"organizations/{organization['id']}", full_service="true")

    assert {one["name"] for one in body["services"]} == {"Food pantry", "Warm room"}
    assert "services" not in got(f"organizations/{organization['id']}")


def test_places_are_found_by_postcode_and_by_distance() -> None:
    a_service("Near", details=at(a_place(52.951, -1.151, postal_code="NG1 5AB")))
    a_service("There", details=at(a_place(52.95, -1.15, postal_code="NG1 5AA")))
    a_service("Far", details=at(a_place(53.5, -1.15, postal_code="S1 1AA")))

    def names(**asked: object) -> set[str]:
        return {one["service"]["name"] for one in got("service_at_locations", **asked)["contents"]}

    assert names(postcode="NG1 5AA") == {"There"}
    assert names(postcode="NG1 5AA", proximity=1000) == {"There", "Near"}
    assert names() == {"There", "Near", "Far"}


def test_what_was_sent_already_is_not_sent_again(listings: list[str]) -> None:
    first = client.get("/hsds/services")

    again = client.get("/hsds/services", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=x",
        "per_page=501",
        "per_page=00000000000000000001000000",
        "per_page=1" + 30 * "9",
        "per_page=-1",
        "format=xml",
        "full=perhaps",
        "taxonomy_id=food",
        "modified_after=yesterday",
        "organization_id=1",
        "minimal=2",
        "page=99999999999999999999999",
        "age=old",
        "age=nan",
        "minimum_age=-1",
        "day=Monday",
        "start_time=9am",
        "end_time=24:00",
        "language=Arabic!",
        "bbox=1,2,3",
        "bbox=181,0,0,0",
        "radius=far",
        "open_now=perhaps",
        "open_at=soon",
    ],
)
def test_a_bad_parameter_is_named_in_a_sentence(query: str) -> None:
    response = client.get(f"/hsds/services?{query}")

    assert response.status_code == 400
    assert response.json()["code"] == "bad-parameter"
    assert response.json()["message"].startswith(query.partition("=")[0])


def test_what_is_not_there_and_what_may_not_be_done_is_said_in_json() -> None:
    missing = client.get(f"/hsds/services/{uuid7()}")
    wrong = client.post(f"/hsds/services/{uuid7()}")

    assert (missing.status_code, missing.json()["code"]) == (404, "not-found")
    assert (wrong.status_code, wrong["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("address", ["services/nope", "nothing", "services/"])
def test_an_address_that_is_not_there_is_said_in_json(address: str) -> None:
    response = client.get(f"/hsds/{address}")

    assert (response.status_code, response.json()["code"]) == (404, "not-found")


def test_listings_without_a_licence_stay_here() -> None:
    taken_in(hsds_service("Food pantry"))
    ours = a_service("Ours")

    assert ids(got("services")) == [str(ours)]
    assert stream("organizations") == [
        one for one in stream("organizations") if one["name"] != "Riverside Trust"
    ]


@pytest.mark.parametrize(
    "address", ["/hsds/nothing", "/hsds/services/%0A", "/oruk/services/a%0Ab", "/oruk/a/b/"]
)
def test_what_is_not_there_is_said_in_json_whatever_it_is_called(client: Client, address: str) -> None:
    response = client.get(address)

    assert (response.status_code, response.json()["code"]) == (404, "not-found")


def test_a_confidential_place_is_nowhere() -> None:
    a_service("Refuge", details=at(a_place(is_confidential=True, postal_code="ZZ9 9ZZ")))

    everything = json.dumps([stream(one) for one in ("services", "organizations", "service_at_locations")])

    assert "Refuge" in everything
    assert "ZZ9" not in everything
    assert ids(got("service_at_locations", postcode="ZZ9 9ZZ")) == []


@pytest.mark.parametrize(
    "asked",
    [
        {"bbox": "-2,52,-1,53"},
        {"near": "ZZ9 9ZZ"},
        {"near": "Refugeton"},
        {"near": "52.95,-1.15", "radius": 10},
        {"day": "MO"},
        {"start_time": "08:00"},
        {"end_time": "19:00"},
        {"open_at": "2026-03-02T10:00:00Z"},
    ],
)
@pytest.mark.parametrize("address", ["services", "service_at_locations"])
def test_no_question_finds_out_where_or_when_a_confidential_place_is(
    address: str, asked: dict[str, object]
) -> None:
    place = a_place(is_confidential=True, postal_code="ZZ9 9ZZ", city="Refugeton")
    hours = replace(place.location, schedules=(weekly("MO", "09:00", "18:00"),))
    a_service("Refuge", details=at(replace(place, location=hours)))

    found = ids(got(address, **asked))
    for_all_to_see = at(replace(place, location=replace(hours, is_confidential=False)))
    a_service("Open house", details=for_all_to_see)

    assert found == []
    assert len(ids(got(address, **asked))) == 1


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"modified_after": "0001-01-01T00:00:00+14:00"}, 1),
        ({"modified_after": "9999-12-31T23:59:59-14:00"}, 0),
        ({"open_at": "0001-01-01T00:00:00Z"}, 0),
        ({"open_at": "9999-12-31T23:59:59Z"}, 0),
        ({"bbox": "-1,53,-2,52"}, 0),
        ({"bbox": "179,-90,178.9,90"}, 1),
        ({"near": "91,181"}, 0),
        ({"near": "nowhere at all"}, 0),
        ({"minimum_age": "0.5", "age": "150"}, 0),
    ],
)
def test_the_edges_of_a_question_are_answered(asked: dict[str, object], count: int) -> None:
    a_service("Here", details=at(a_place()))

    assert len(ids(got("services", **asked))) == count


def test_the_interface_says_who_it_is() -> None:
    an_organization()

    body = got("")

    assert body["version"] == "3.1"
    assert client.get(str(body["openapi_url"])).json()["openapi"] == "3.1.0"
    assert body["publisher"]["name"]
    assert UUID(int=0) not in body.values()


def test_what_cannot_be_read_is_said_in_json() -> None:
    answers = [
        client.get("/hsds/services?search=%00"),
        client.put("/hsds/services"),
        client.post("/hsds/services", "x", content_type="multipart/form-data; boundary=\x00"),
        client.post("/hsds/services", dict.fromkeys(map(str, range(2000)), "x")),
    ]

    assert [one.status_code for one in answers] == [400, 405, 400, 400]
    assert all(set(one.json()) == {"code", "message"} for one in answers)


def test_a_whole_number_may_be_written_as_a_fraction_in_json(listings: list[str]) -> None:
    posted = client.post("/hsds/services", '{"per_page": 2.0}', content_type="application/json")

    assert ids(posted.json()) == listings[:2]
