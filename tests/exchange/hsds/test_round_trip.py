"""What goes in comes out again: the standard's own examples, no field lost or changed but the ids."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from kith.directory.actions.set_licence import set_licence
from kith.directory.models import Organization, Service, ServiceAtLocation
from kith.directory.queries.lone_locations import lone_locations
from kith.directory.queries.whole_places import whole_places
from kith.directory.queries.whole_services import whole_services
from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.take_in import take_in
from kith.exchange.hsds.to_body import to_body, to_service_at_location
from tests.exchange.hsds.test_take_in import all_rows
from tests.factories.directory import NOBODY, SYSTEM
from tests.factories.published import HSDS_31, needs_hsds_31

pytestmark = [pytest.mark.django_db, needs_hsds_31]


def example(name: str) -> dict[str, Json]:
    body: dict[str, Json] = json.loads((HSDS_31 / "examples" / f"{name}.json").read_text())
    return body


def ids_in(name: str, body: dict[str, Json]) -> Iterator[tuple[str, str]]:
    """Every id with the kind of object that it names: a source may use one id for two kinds."""
    for field in HSDS[name].fields:
        value = body.get(field.name)
        if isinstance(value, str) and (field.name == "id" or field.name.endswith("_id")):
            yield (name if field.name in {"id", "parent_id"} else field.name.removesuffix("_id")), value
        inner = value if isinstance(value, list) else [value]
        for one in inner:
            if field.is_nested and isinstance(one, dict):
                yield from ids_in(field.of, one)


def without_ids(body: Json) -> Json:
    if isinstance(body, dict):
        return {
            name: without_ids(value)
            for name, value in body.items()
            if name != "id" and not name.endswith("_id")
        }
    return [without_ids(one) for one in body] if isinstance(body, list) else body


def assert_same_but_ids(name: str, before: dict[str, Json], after: dict[str, Json]) -> None:
    """Nothing is lost or changed, and our ids stand for theirs one to one."""
    assert without_ids(after) == without_ids(before)
    pairs = set(zip(ids_in(name, before), ids_in(name, after), strict=True))
    assert len({ours for _, ours in pairs}) == len({theirs for theirs, _ in pairs}) == len(pairs)


def taken_in(tmp_path: Path, body: Json, *, source: str = "The standard") -> None:
    path = tmp_path / "example.json"
    path.write_text(json.dumps(body))
    take_in(SYSTEM, path=path, source_name=source, progress=lambda _count: None)
    set_licence(SYSTEM, source_name=source, licence="CC-BY-SA-4.0", licence_url="", attribution="")


def nested(body: dict[str, Json], name: str) -> dict[str, Json]:
    inner = body[name]
    assert isinstance(inner, dict)
    return inner


def test_the_full_service_comes_out_as_it_went_in(tmp_path: Path) -> None:
    before = example("service_full")
    taken_in(tmp_path, before)

    [record] = whole_services(NOBODY, service_ids=[Service.objects.get().id])

    assert_same_but_ids("service", before, to_body("service", record))


def test_the_full_service_at_a_location_comes_out_as_it_went_in(tmp_path: Path) -> None:
    before = example("service_at_location_full")
    taken_in(tmp_path, before)

    [found] = whole_places(NOBODY, place_ids=[ServiceAtLocation.objects.get().id])

    after = to_service_at_location(found.place, found.service)
    assert_same_but_ids("service_at_location", before, after)
    assert_same_but_ids("service", nested(before, "service"), nested(after, "service"))


def test_the_full_organisation_comes_out_as_it_went_in(tmp_path: Path) -> None:
    before = example("organization_full")
    taken_in(tmp_path, before)

    whole = got(f"organizations/{Organization.objects.get().id}", full_service="true")

    assert_same_but_ids("organization", before, whole)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("service", "services"),
        ("organization", "organizations"),
        ("service_at_location", "service_at_locations"),
        ("taxonomy", "taxonomies"),
        ("taxonomy_term", "taxonomy_terms"),
    ],
)
def test_a_page_of_a_list_comes_out_as_it_went_in(tmp_path: Path, name: str, path: str) -> None:
    before = example(f"{name}_list")
    taken_in(tmp_path, before)

    after = got(path)

    assert without_ids(after["contents"]) == without_ids(before["contents"])


@pytest.mark.parametrize(("name", "path"), [("taxonomy", "taxonomies"), ("taxonomy_term", "taxonomy_terms")])
def test_a_term_or_taxonomy_alone_comes_out_as_it_went_in(tmp_path: Path, name: str, path: str) -> None:
    before = example(name)
    taken_in(tmp_path, before)

    [after] = [one for one in got(path)["contents"] if isinstance(one, dict)]

    assert_same_but_ids(name, before, after)


def test_a_location_alone_comes_out_as_it_went_in(tmp_path: Path) -> None:
    before = example("location")
    taken_in(tmp_path, before)

    [record] = lone_locations(NOBODY)

    assert_same_but_ids("location", before, to_body("location", record))


@pytest.mark.parametrize(
    "name", ["organization_full", "service_at_location_full", "location", "taxonomy_term"]
)
def test_a_second_time_nothing_changes(tmp_path: Path, name: str) -> None:
    taken_in(tmp_path, example(name))
    before = all_rows()

    taken_in(tmp_path, example(name))

    assert all_rows() == before


def got(path: str, **parameters: str) -> dict[str, Json]:
    body: dict[str, Json] = Client().get(f"/hsds/{path}", parameters).json()
    return body
