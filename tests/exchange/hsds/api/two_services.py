"""Two services that differ in everything a program can ask for; each parameter keeps `Morning` alone."""

from datetime import UTC, datetime

from kith.core import clock
from kith.directory.actions.set_licence import set_licence
from kith.directory.records import Json
from tests.factories.directory import SYSTEM, hsds_service, source_id, taken_in

BEFORE, AFTER = datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 2, 10, tzinfo=UTC)
"""A Monday: `Evening` is taken in at eight, `Morning` at ten, when it is open."""


def two_services() -> None:
    evening = _service(
        "Evening",
        ages=(3, 99),
        byday="TU",
        hours=("18:00", "21:00"),
        language="fa",
        point=(53.5, -1.9),
        postcode="S1 1AA",
    )
    morning = _service(
        "Morning",
        ages=(18, 30),
        byday="MO",
        hours=("09:00", "12:00"),
        language="ar",
        point=(52.95, -1.15),
        postcode="NG1 5AA",
    )
    for moment, service, source in ((BEFORE, evening, "Evenings"), (AFTER, morning, "Mornings")):
        with clock.at(moment):
            taken_in(service, source=source)
            set_licence(SYSTEM, source_name=source, licence="CC0-1.0", licence_url="", attribution="")


def _service(
    name: str,
    *,
    ages: tuple[int, int],
    byday: str,
    hours: tuple[str, str],
    language: str,
    point: tuple[float, float],
    postcode: str,
) -> dict[str, Json]:
    schedule: dict[str, Json] = {"id": source_id(f"{name} hours"), "freq": "WEEKLY", "byday": byday}
    return hsds_service(
        name,
        minimum_age=ages[0],
        maximum_age=ages[1],
        organization=_house(name),
        schedules=[{**schedule, "opens_at": hours[0], "closes_at": hours[1]}],
        languages=[{"id": source_id(f"{name} language"), "name": language, "code": language}],
        attributes=[{"id": source_id(f"{name} tag"), "taxonomy_term": _term(name)}],
        service_at_locations=[{"id": source_id(f"{name} there"), "location": _hall(name, point, postcode)}],
    )


def _house(name: str) -> Json:
    number: Json = {"id": source_id(f"{name} number"), "identifier_type": "Charity", "identifier": "1"}
    return {
        "id": source_id(f"{name} house"),
        "name": f"{name} House",
        "description": "A house.",
        "organization_identifiers": [number],
    }


def _term(name: str) -> Json:
    term: dict[str, Json] = {
        "id": source_id(f"{name} term"),
        "name": f"{name} help",
        "description": "A word",
        "taxonomy_detail": {
            "id": source_id(f"{name} words"),
            "name": f"{name} words",
            "description": "Words",
        },
    }
    return {**term, "parent_id": source_id("above")} if name == "Evening" else term


def _hall(name: str, point: tuple[float, float], postcode: str) -> Json:
    return {
        "id": source_id(f"{name} hall"),
        "location_type": "physical",
        "name": f"{name} hall",
        "latitude": point[0],
        "longitude": point[1],
        "addresses": [
            {
                "id": source_id(f"{name} address"),
                "address_1": "12 Mill Lane",
                "city": f"{name}ton",
                "state_province": "",
                "postal_code": postcode,
                "country": "GB",
                "address_type": "physical",
            }
        ],
    }
