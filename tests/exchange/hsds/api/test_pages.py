"""Pages never overlap and never miss, whatever their size, and though everything changed at one moment."""

import json
from datetime import UTC, datetime

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core import clock
from kith.directory.records import Json
from tests.environment import scaled
from tests.factories.directory import a_place, a_service, an_organization, at

pytestmark = pytest.mark.django_db
client = Client()

MOMENT = datetime(2026, 3, 2, 8, tzinfo=UTC)
COUNT = 11
PATHS = ["/hsds/services", "/hsds/service_at_locations", "/hsds/organizations"]
EVERY = settings(
    max_examples=scaled(200, least=6),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def _of_one_moment() -> None:
    with clock.at(MOMENT):
        for number in range(COUNT):
            house = an_organization(f"House {number % 3}")
            place = a_place(postal_code="NG1 5AA")
            a_service("The same name", organization_id=house, details=at(place))


def page(path: str, parameters: dict[str, object]) -> dict[str, Json]:
    body: dict[str, Json] = client.get(path, parameters).json()
    return body


def ids(body: dict[str, Json]) -> list[str]:
    contents = body["contents"]
    assert isinstance(contents, list)
    return [str(one["id"]) for one in contents if isinstance(one, dict)]


def streamed(path: str, parameters: dict[str, object]) -> list[str]:
    lines = client.get(path, {**parameters, "format": "ndjson"}).streaming_content
    return [str(json.loads(line)["id"]) for line in b"".join(lines).splitlines()]


@pytest.mark.usefixtures("_of_one_moment")
@pytest.mark.parametrize("path", PATHS)
@EVERY
@given(per_page=st.integers(1, 13), asked=st.sampled_from([{}, {"search": "house 1"}, {"search": "name"}]))
def test_all_pages_together_are_the_list_and_each_knows_where_it_stands(
    path: str, per_page: int, asked: dict[str, object]
) -> None:
    everything = streamed(path, asked)
    count = -(-len(everything) // per_page)
    pages = [page(path, {**asked, "per_page": per_page, "page": number}) for number in range(1, count + 2)]

    assert [one for body in pages for one in ids(body)] == everything == sorted(set(everything))
    assert {body["total_items"] for body in pages} == {len(everything)}
    assert {body["total_pages"] for body in pages} == {count}
    assert [body["page_number"] for body in pages if body["first_page"]] == [1]
    assert [body["page_number"] for body in pages if body["last_page"]] == sorted({max(count, 1), count + 1})
    assert [body["size"] for body in pages] == [len(ids(body)) for body in pages]
    assert ids(pages[-1]) == []


@pytest.mark.usefixtures("_of_one_moment")
def test_what_is_added_between_two_pages_moves_nothing_that_was_not_seen_yet() -> None:
    asked: dict[str, object] = {"per_page": 5}
    first = ids(page("/hsds/services", {**asked, "page": 1}))

    a_service("Added later")
    rest = [one for number in (2, 3) for one in ids(page("/hsds/services", {**asked, "page": number}))]

    assert len(set(first) | set(rest)) == len(first) + len(rest) == COUNT + 1
