"""Ids that are no UUIDs: one to one, and the same wherever they stand."""

from uuid import UUID

import pytest

from kith.directory.records import Json
from kith.exchange.hsds.our_ids import with_uuids
from kith.exchange.hsds.standard import HSDS, Shape
from kith.exchange.source_ids import SourceIds

IDS = SourceIds("Riverside")
A_UUID = "ac148810-d857-441c-9679-408f346de14b"
BODY: dict[str, Json] = {
    "id": 12,
    "name": "12",
    "organization_id": "trust",
    "organization": {"id": "trust", "parent_organization_id": "council", "name": "trust"},
    "service_at_locations": [
        {"id": "sal-1", "service_id": "12", "location": {"id": "hall", "phones": [{"id": "", "number": "1"}]}}
    ],
    "attributes": [
        {
            "id": A_UUID,
            "link_id": "12",
            "link_entity": "service",
            "taxonomy_term": {"id": "t1", "parent_id": "t0"},
        }
    ],
    "metadata": [{"id": "m", "resource_id": "hall", "resource_type": "location"}],
    "odd_id": "stays",
    "schedules": "not a list",
    "program_id": None,
}


def test_the_same_id_of_the_same_kind_is_the_same_wherever_it_stands() -> None:
    made = with_uuids(BODY, IDS)

    service, hall = IDS.of("service", "12"), IDS.of("location", "hall")
    assert made["id"] == service
    assert made["organization_id"] == made["organization"]["id"] == IDS.of("organization", "trust")
    assert made["organization"]["parent_organization_id"] == IDS.of("organization", "council")
    link = made["service_at_locations"][0]
    assert (link["service_id"], link["location"]["id"]) == (service, hall)
    tag = made["attributes"][0]
    assert (tag["id"], tag["link_id"]) == (A_UUID, service)
    assert tag["taxonomy_term"]["parent_id"] == IDS.of("taxonomy_term", "t0")
    assert made["metadata"][0]["resource_id"] == hall


def test_all_else_stays_as_it_is() -> None:
    made = with_uuids(BODY, IDS)

    assert made.keys() == BODY.keys()
    assert [made[name] for name in ("name", "odd_id", "schedules", "program_id")] == [
        "12",
        "stays",
        "not a list",
        None,
    ]
    assert made["service_at_locations"][0]["location"]["phones"] == [{"id": "", "number": "1"}]


def test_another_source_and_another_kind_have_other_ids() -> None:
    same = {"id": "1", "organization": {"id": "1"}}

    made, elsewhere = with_uuids(same, IDS), with_uuids(same, SourceIds("Elsewhere"))

    assert len({made["id"], made["organization"]["id"], elsewhere["id"]}) == 3
    assert with_uuids(same, SourceIds(" Riverside ")) == made


@pytest.mark.parametrize("name", sorted(HSDS))
def test_every_id_of_the_standard_means_a_kind_of_object(name: str) -> None:
    ids = {field.name: "x" for field in HSDS[name].fields if field.shape is Shape.UUID}

    made = with_uuids({**ids, "link_entity": "service", "resource_type": "service"}, IDS, name)

    known = {IDS.of(kind, "x") for kind in HSDS}
    assert all(UUID(made[one]) for one in ids)
    assert {made[one] for one in ids} <= known
