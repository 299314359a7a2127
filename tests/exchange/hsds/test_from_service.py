"""One record: what is read from it, and the sentence that says why it is not taken."""

from datetime import date

import pytest

from kith.directory.records import Json
from kith.directory.terms import LocationType, ServiceStatus, Topic
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.from_record import services_in
from kith.exchange.hsds.from_service import from_service, label_of
from tests.factories.directory import hsds_service, source_id


def place(**location: Json) -> list[Json]:
    body: dict[str, Json] = {"id": source_id("hall"), "location_type": "physical", **location}
    return [{"id": source_id("link"), "location": body}]


def test_a_full_record_is_read() -> None:
    term: Json = {
        "id": source_id("term"),
        "name": "TEFAP",
        "taxonomy": "Tags",
        "taxonomy_id": source_id("taxonomy"),
    }
    record = from_service(
        hsds_service(
            "Community food pantry",
            status="temporarily closed",
            assured_date="2025-03-10",
            minimum_age=18,
            additional_urls=[{"id": source_id("u"), "url": "www.example.org", "label": "More"}],
            schedules=[
                {
                    "id": source_id("s"),
                    "freq": "WEEKLY",
                    "byday": "MO",
                    "opens_at": "09:00Z",
                    "closes_at": "17:00",
                }
            ],
            phones=[{"id": source_id("p"), "number": "(202) 758-9507", "extension": 12}],
            languages=[{"id": source_id("l"), "code": "pt_BR", "name": "Portuguese"}],
            attributes=[{"id": source_id("a"), "taxonomy_term": term}],
            capacities=[
                {"id": source_id("c"), "available": 10, "unit": {"id": source_id("unit"), "name": "places"}}
            ],
            required_documents=[{"id": source_id("d"), "document": "A bill with your address"}],
            service_areas=[{"id": source_id("sa"), "name": "94102"}],
            service_at_locations=place(
                latitude=38.7,
                longitude=-76.8,
                addresses=[{"id": source_id("ad"), "address_1": "1 Road", "country": "us"}],
            ),
        )
    )

    details = record.details
    assert (record.name, record.topics) == ("Community food pantry", frozenset({Topic.FOOD}))
    assert (details.status, details.assured_on) == (ServiceStatus.TEMPORARILY_CLOSED, date(2025, 3, 10))
    assert (details.schedules[0].opens_at, details.schedules[0].closes_at) == ("09:00Z", "17:00")
    assert (details.phones[0].extension, details.phones[0].is_dialable) == ("12", True)
    assert record.languages[0].code == "pt-BR"
    assert label_of(details.attributes[0]) == "TEFAP"
    assert details.attributes[0].term is not None
    assert details.attributes[0].term.taxonomy is not None
    assert details.capacities[0].unit.name == "places"
    assert details.papers == "A bill with your address"
    assert details.urls[0].url == "https://www.example.org"
    location = details.places[0].location
    assert (location.location_type, location.latitude, location.is_point_trusted) == (
        LocationType.PHYSICAL,
        38.7,
        True,
    )
    assert location.addresses[0].country == "US"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"id": None}, "id: is null; leave the key out where nothing is known."),
        ({"id": "svc_1"}, "id: “svc_1” is not a UUID."),
        ({"id": 7}, "id: must be a text."),
        ({"name": ""}, "name: is missing."),
        ({"name": "x" * 301}, "name: is too long: 300 signs at most."),
        ({"status": "open"}, "status: “open” is not one of the words HSDS allows."),
        ({"organization": None}, "organization: must be an object."),
        ({"organization": {"id": source_id("o")}}, "organization.name: is missing."),
        ({"description": None}, "description: is null; leave the key out where nothing is known."),
        ({"minimum_age": "18"}, "minimum_age: must be a number."),
        ({"minimum_age": 18.5}, "minimum_age: must be a whole number."),
        ({"minimum_age": True}, "minimum_age: must be a number."),
        ({"assured_date": "last May"}, "assured_date: “last May” is not a date like 2026-05-31."),
        ({"phones": {}}, "phones: must be a list."),
        ({"phones": ["988"]}, "phones[0]: must be an object."),
        ({"phones": [{"id": source_id("p")}]}, "phones[0].number: is missing."),
        (
            {"schedules": [{"id": source_id("s"), "opens_at": "9am"}]},
            "schedules[0].opens_at: “9am” is not a time like 09:30.",
        ),
        (
            {"schedules": [{"id": source_id("s"), "freq": "DAILY"}]},
            "schedules[0].freq: “DAILY” is not one of the words HSDS allows.",
        ),
        (
            {"service_at_locations": place(latitude=999, longitude=0)},
            "service_at_locations[0].location.latitude: is 999; it must lie between -90 and 90.",
        ),
        (
            {"service_at_locations": place(location_type="moon")},
            "service_at_locations[0].location.location_type: “moon” is not one of the words HSDS allows.",
        ),
        ({"capacities": [{"id": source_id("c")}]}, "capacities[0].unit: is missing."),
        ({"languages": [{"id": source_id("l")}] * 501}, "languages: has more than 500 entries."),
        ({"alert": "x" * 20_001}, "alert: is too long: 20000 signs at most."),
        ({"alert": "a\x00b"}, "alert: holds a sign that cannot be kept."),
    ],
)
def test_a_record_that_cannot_be_used_is_named_in_a_sentence(changes: dict[str, Json], sentence: str) -> None:
    with pytest.raises(RecordNotTaken) as error:
        from_service({**hsds_service(), **changes})

    assert str(error.value) == sentence


@pytest.mark.parametrize("missing", ["id", "name", "status", "organization"])
def test_what_hsds_requires_must_be_there(missing: str) -> None:
    body = hsds_service()
    del body[missing]

    with pytest.raises(RecordNotTaken, match=f"{missing}: is missing"):
        from_service(body)


def test_hours_that_close_before_they_open_are_kept_and_marked() -> None:
    hours: Json = [
        {"id": source_id("s"), "freq": "WEEKLY", "byday": "MO", "opens_at": "15:00", "closes_at": "06:00"}
    ]

    schedule = from_service(hsds_service(schedules=hours)).details.schedules[0]

    assert schedule.is_doubtful
    assert (schedule.opens_at, schedule.closes_at) == ("15:00", "06:00")


def test_hours_of_a_night_are_not_doubtful() -> None:
    hours: Json = [
        {"id": source_id("s"), "freq": "WEEKLY", "byday": "MO", "opens_at": "22:00Z", "closes_at": "06:00Z"}
    ]

    schedule = from_service(hsds_service(schedules=hours)).details.schedules[0]

    assert not schedule.is_doubtful


@pytest.mark.parametrize(("latitude", "longitude"), [(0, 0), (40.713047, -74.007230)])
def test_a_stand_in_point_is_not_trusted(latitude: float, longitude: float) -> None:
    record = from_service(hsds_service(service_at_locations=place(latitude=latitude, longitude=longitude)))

    assert not record.details.places[0].location.is_point_trusted


def test_half_a_point_is_no_point() -> None:
    location = (
        from_service(hsds_service(service_at_locations=place(latitude=38.7))).details.places[0].location
    )

    assert (location.latitude, location.longitude) == (None, None)


def test_the_place_of_a_refuge_is_confidential_and_shows_no_places() -> None:
    details = from_service(hsds_service("Domestic violence refuge", service_at_locations=place())).details

    assert details.places[0].location.is_confidential
    assert not details.shows_places


def test_a_shelter_shows_no_places() -> None:
    assert not from_service(hsds_service("Night shelter")).details.shows_places
    assert from_service(hsds_service("Food pantry")).details.shows_places


def test_only_addresses_of_the_web_are_linked() -> None:
    assert from_service(hsds_service(url="javascript:alert(1)")).details.url == ""
    assert from_service(hsds_service(url="HTTPS://example.org")).details.url == "HTTPS://example.org"


def test_the_digest_follows_the_record_and_not_the_order_of_its_keys() -> None:
    body = hsds_service()
    turned = dict(reversed(body.items()))

    assert from_service(body).digest == from_service(turned).digest
    assert from_service(body).digest != from_service({**body, "alert": "New"}).digest


def test_an_organisation_gives_its_services() -> None:
    service = hsds_service()
    organization = service.pop("organization")
    assert isinstance(organization, dict)

    bodies = services_in({**organization, "services": [service]})

    assert [from_service(body).organization.name for body in bodies] == ["Riverside Trust"]


@pytest.mark.parametrize("services", [{}, ["x"], None])
def test_an_organisation_whose_services_cannot_be_read_is_not_taken(services: Json) -> None:
    with pytest.raises(RecordNotTaken, match="services"):
        services_in({"id": source_id("o"), "name": "O", "services": services})
