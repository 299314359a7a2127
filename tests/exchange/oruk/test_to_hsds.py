"""Open Referral UK as HSDS 3.1: its own fields find their place, all else stays."""

import json
from pathlib import Path

import pytest

from kith.directory.records import Json
from kith.exchange.hsds.read_file import read_file
from kith.exchange.hsds.reading import Reading, batches
from kith.exchange.oruk.to_hsds import from_oruk, is_oruk, to_hsds
from tests.factories.directory import hsds_service
from tests.factories.published import (
    HSDS_31,
    ORUK_MOCKS,
    ORUK_PROFILE,
    needs_hsds_31,
    needs_oruk_mocks,
    needs_oruk_profile,
)

MOCKS = ORUK_MOCKS / "OpenReferralApi/Mocks"


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        (
            {"service_areas": [{"id": "1", "service_area": "All"}]},
            {"service_areas": [{"id": "1", "name": "All"}]},
        ),
        (
            {"service_areas": [{"name": "All", "service_area": "All"}]},
            {"service_areas": [{"name": "All"}]},
        ),
        (
            {"service_areas": [{"name": "All", "service_area": "The town"}]},
            {"service_areas": [{"name": "All", "description": "The town"}]},
        ),
        ({"accessibility": [{"accessibility": "Ramp"}]}, {"accessibility": [{"description": "Ramp"}]}),
        ({"taxonomy_term": {"term": "Food"}}, {"taxonomy_term": {"name": "Food"}}),
        ({"taxonomy_terms": [{"term": "Food"}]}, {"taxonomy_terms": [{"name": "Food"}]}),
        ({"fees": "Free", "x": [[1], None]}, {"fees": "Free", "x": [[1], None]}),
    ],
)
def test_its_own_fields_find_their_place(given: dict[str, Json], becomes: dict[str, Json]) -> None:
    assert to_hsds(given) == becomes
    assert is_oruk(given) == (given != becomes)
    assert to_hsds(becomes) == becomes


def test_hsds_3_1_stays_as_it_is() -> None:
    body = hsds_service(service_areas=[{"id": "1", "name": "All"}])

    assert to_hsds(body) == body


def test_endless_nesting_is_no_crash() -> None:
    body: dict[str, Json] = {}
    for _step in range(500):
        body = {"accessibility": body}

    assert to_hsds(body)


def read(path: Path) -> tuple[int, list[str]]:
    reading = Reading()
    taken = [
        one
        for batch in batches(from_oruk(read_file(path)), reading, lambda _count: None, 250)
        for one in batch
    ]
    return len(taken), [one.why for one in reading.not_taken]


@needs_oruk_profile
@pytest.mark.parametrize(
    "name",
    [
        "service_full",
        "service_list",
        "organization_full",
        "service_at_location_full",
        "service_at_location_list",
    ],
)
def test_the_examples_of_the_profile_are_taken(name: str) -> None:
    assert read(ORUK_PROFILE / f"examples/{name}.json") == (1, [])


@needs_oruk_mocks
@pytest.mark.parametrize(
    ("name", "taken", "not_taken"),
    [
        ("V3.0-UK-Default/service_full", 1, 0),
        ("V3.0-UK-Warn/service_list", 1, 0),
        ("V3.0-UK-Test/organization_full", 1, 0),
        ("V3.0-UK-Test/service_list", 1, 127),
        ("V3.0-UK-Fail/service_list", 0, 4),
        ("V3.0-UK-Default/organization_list", 0, 10),
        ("V3.0-UK-Default/taxonomy", 0, 0),
        ("V3.0-UK-Default/api_details", 0, 1),
    ],
)
def test_the_mocks_are_taken_as_far_as_they_are_services(name: str, taken: int, not_taken: int) -> None:
    found, whys = read(MOCKS / f"{name}.json")

    assert (found, len(whys)) == (taken, not_taken)
    assert all(whys)


@needs_hsds_31
@needs_oruk_profile
def test_the_uk_example_becomes_what_the_standards_own_example_says() -> None:
    uk = to_hsds(json.loads((ORUK_PROFILE / "examples/service_full.json").read_text("utf-8")))
    hsds = json.loads((HSDS_31 / "examples/service_full.json").read_text("utf-8"))

    assert [name for name in uk if name not in hsds] == []
    for name in ("service_areas", "attributes", "service_at_locations"):
        told, known = uk[name][0], hsds[name][0]  # type: ignore[index,call-overload]
        assert set(told) <= set(known), name
