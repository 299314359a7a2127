"""Ohana locations become services at their location. The listings here are invented."""

import pytest

from kith.directory.records import Json
from kith.exchange.hsds.read_file import RawRecord, read_file
from kith.exchange.hsds.reading import Reading, batches
from kith.exchange.ohana.from_location import services_at
from kith.exchange.ohana.read_ohana import from_ohana, is_ohana
from kith.exchange.source_ids import SourceIds
from tests.exchange.tabular.test_read_package import within
from tests.factories.published import OHANA, needs_ohana

IDS = SourceIds("S")
LOCATION: dict[str, Json] = {
    "id": 7,
    "active": True,
    "alternate_name": None,
    "coordinates": [-122.2, 37.5],
    "description": "A free clinic.",
    "kind": "Human Services",
    "latitude": 37.5,
    "longitude": -122.2,
    "name": "River Clinic",
    "short_desc": "Clinic.",
    "slug": "river-clinic",
    "updated_at": "2014-11-25T17:22:17.626-08:00",
    "website": "http://river.example",
    "accessibility": ["Ramp"],
    "hours": "Monday-Friday, 9-12",
    "languages": ["Spanish"],
    "transportation": "Bus 1.",
    "address": {
        "id": 1,
        "address_1": "1 Main St",
        "address_2": None,
        "city": "River",
        "postal_code": "94000",
    },
    "mail_address": {"id": 1, "attention": "Front desk", "address_1": "PO Box 7", "city": "River"},
    "organization": {
        "id": 5,
        "name": "River Trust",
        "date_incorporated": "1970-01-01",
        "licenses": ["A", "B"],
    },
    "phones": [
        {"id": 3, "department": "Desk", "extension": None, "number": "650 555-0100", "number_type": "voice"}
    ],
    "regular_schedules": [
        {"weekday": 1, "opens_at": "2000-01-01T08:00:00.000Z", "closes_at": "2000-01-01T17:00:00.000Z"},
        {"weekday": 9, "opens_at": "2000-01-01T08:00:00.000Z", "closes_at": "2000-01-01T17:00:00.000Z"},
    ],
    "holiday_schedules": [
        {"closed": True, "start_date": "0001-12-24", "end_date": "0001-12-24", "opens_at": None},
        {
            "closed": False,
            "start_date": "2026-12-24",
            "end_date": "2026-12-26",
            "opens_at": "2000-01-01T10:00:00.000Z",
        },
    ],
    "services": [
        {
            "id": 9,
            "name": None,
            "status": "active",
            "fees": "None.",
            "eligibility": "Low income",
            "audience": "All",
            "categories": [{"id": 1, "taxonomy_id": "106", "name": "Health", "parent_id": None}],
            "keywords": ["CLINIC", "CLINIC"],
            "service_areas": ["River County"],
        },
        {"id": 10, "name": "Dentist", "status": "defunct", "updated_at": "2015-01-01T00:00:00Z"},
    ],
}


def services(**changes: Json) -> list[dict[str, Json]]:
    return [body for body, _raw in services_at({**LOCATION, **changes}, IDS)]


def test_each_service_stands_at_its_location_with_its_organisation() -> None:
    first, second = services()

    assert [first["name"], second["name"]] == ["River Clinic", "Dentist"]
    assert [first["status"], second["status"]] == ["active", "defunct"]
    assert first["organization"] == second["organization"]
    assert within(first, "organization", "year_incorporated") == 1970
    assert first["licenses"] == "A, B"
    assert within(first, "service_at_locations", 0, "location") == within(
        second, "service_at_locations", 0, "location"
    )
    assert first["id"] == IDS.of("service", "9")


def test_what_a_service_leaves_open_its_location_says() -> None:
    first, second = services()

    assert (first["description"], first["url"]) == ("A free clinic.", "http://river.example")
    assert (first["last_modified"], second["last_modified"]) == (
        LOCATION["updated_at"],
        "2015-01-01T00:00:00Z",
    )
    assert first["eligibility_description"] == "Low income\nAll"


def test_lists_of_words_become_objects_once_each() -> None:
    first = services()[0]

    assert [within(first, "service_areas", 0, "name")] == ["River County"]
    tags = [(within(first, "attributes", at, "link_type")) for at in range(3)]
    assert tags == ["category", "keyword", "kind"]
    assert within(first, "attributes", 0, "taxonomy_term", "code") == "106"


def test_the_location_has_both_addresses_its_phone_and_its_languages() -> None:
    place = within(services()[0], "service_at_locations", 0, "location")

    assert isinstance(place, dict)
    assert [within(place, "addresses", at, "address_type") for at in (0, 1)] == ["physical", "postal"]
    assert within(place, "addresses", 0, "id") != within(place, "addresses", 1, "id")
    assert within(place, "phones", 0) == {
        "id": IDS.of("phone", "3"),
        "type": "voice",
        "number": "650 555-0100",
        "description": "Desk",
    }
    assert within(place, "languages", 0, "code") == "es"
    assert within(place, "accessibility", 0, "description") == "Ramp"


def test_hours_are_weekly_where_that_is_certain_and_else_words() -> None:
    place = within(services()[0], "service_at_locations", 0, "location", "schedules")

    assert isinstance(place, list)
    told = [
        {name: value for name, value in one.items() if name != "id"} for one in place if isinstance(one, dict)
    ]
    assert told == [
        {"freq": "WEEKLY", "byday": "MO", "opens_at": "08:00", "closes_at": "17:00"},
        {"description": "weekday 9", "opens_at": "08:00", "closes_at": "17:00"},
        {"description": "Closed 12-24"},
        {
            "valid_from": "2026-12-24",
            "valid_to": "2026-12-26",
            "opens_at": "10:00",
            "description": "Other hours 2026-12-24 – 2026-12-26",
        },
        {"description": "Monday-Friday, 9-12"},
    ]


def test_a_location_without_services_is_the_service() -> None:
    (only,) = services(services=[])

    assert (only["name"], only["id"]) == ("River Clinic", IDS.of("service", "location-7"))


def test_a_closed_location_gives_no_active_service() -> None:
    assert [one["status"] for one in services(active=False)] == ["inactive", "defunct"]


def test_the_record_is_kept_as_it_came_with_the_one_service() -> None:
    records = list(from_ohana([RawRecord(3, LOCATION, "", 0)], IDS))

    listed = LOCATION["services"]
    assert isinstance(listed, list)
    assert [record.raw for record in records] == [{**LOCATION, "services": [one]} for one in listed]
    assert [record.line for record in records] == [3, 3]


@pytest.mark.parametrize("field", sorted(LOCATION))
@pytest.mark.parametrize("value", [None, 7, "x", [7], [["x"]], {"x": [1]}, True], ids=range(7))
def test_a_wrong_field_is_a_sentence_or_left_out_and_never_a_crash(field: str, value: Json) -> None:
    reading = Reading()
    records = from_ohana([RawRecord(1, {**LOCATION, field: value}, "", 0)], IDS)

    taken = [one for batch in batches(records, reading, lambda _count: None, 250) for one in batch]

    assert taken or all(one.why for one in reading.not_taken)


def test_it_is_known_by_its_own_fields() -> None:
    assert is_ohana(LOCATION)
    assert not is_ohana({"id": "1", "name": "S", "status": "active", "organization": {}})


@needs_ohana
def test_all_listings_of_the_county_are_taken() -> None:
    reading = Reading()
    records = from_ohana(read_file(OHANA / "locations.ohana.json"), SourceIds("SMC"))

    taken = [one for batch in batches(records, reading, lambda _count: None, 250) for one in batch]

    assert (len(taken), reading.not_taken) == (367, [])
    assert len({one.organization.key for one in taken}) == 282
    assert sum(one.details.last_modified.startswith("2014") for one in taken) >= 288
