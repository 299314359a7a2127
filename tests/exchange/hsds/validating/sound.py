"""One invented service in which nothing is wrong, with every object of HSDS 3.1 in it."""

from collections.abc import Iterator
from copy import deepcopy
from uuid import NAMESPACE_URL, uuid5

Body = dict[str, object]


def id_of(name: str) -> str:
    """An id that is the same on each run."""
    return str(uuid5(NAMESPACE_URL, f"https://northgate.example/{name}"))


def a_term() -> Body:
    return {
        "id": id_of("term"),
        "name": "Talking",
        "description": "Talking with somebody who listens.",
        "code": "T1",
        "taxonomy_id": id_of("taxonomy"),
        "taxonomy_detail": {
            "id": id_of("taxonomy"),
            "name": "Northgate words",
            "description": "The words of the partnership.",
            "version": "1",
        },
        "language": "en",
        "term_uri": "https://northgate.example/terms/T1",
    }


def a_tag(kind: str, name: str) -> Body:
    return {
        "id": id_of(f"tag of {name}"),
        "link_id": id_of(name),
        "link_entity": kind,
        "link_type": "need",
        "taxonomy_term_id": id_of("term"),
        "taxonomy_term": a_term(),
        "label": "Talking",
    }


def a_phone() -> Body:
    language = {"id": id_of("phone language"), "name": "Arabic", "code": "ar"}
    return {
        "id": id_of("phone"),
        "number": "+44 1632 960123",
        "extension": 12,
        "type": "voice",
        "description": "The front desk.",
        "languages": [language],
    }


def a_schedule(name: str) -> Body:
    return {
        "id": id_of(name),
        "valid_from": "2026-01-01",
        "valid_to": "2027-12-31",
        "dtstart": "2026-01-05",
        "timezone": 1,
        "wkst": "MO",
        "freq": "WEEKLY",
        "interval": 2,
        "byday": "MO,WE",
        "opens_at": "09:00+01:00",
        "closes_at": "17:30+01:00",
        "description": "Every second week.",
        "schedule_link": "https://northgate.example/hours",
    }


def a_location() -> Body:
    return {
        "id": id_of("location"),
        "location_type": "physical",
        "name": "Lantern House",
        "latitude": 54.9,
        "longitude": -1.6,
        "addresses": [
            {
                "id": id_of("address"),
                "address_1": "1 Quay Street",
                "city": "Northgate",
                "state_province": "Northshire",
                "postal_code": "NG1 1AA",
                "country": "GB",
                "address_type": "physical",
            }
        ],
        "accessibility": [{"id": id_of("accessibility"), "description": "A ramp at the back door."}],
        "languages": [{"id": id_of("location language"), "name": "English", "code": "en"}],
    }


def an_organization() -> Body:
    return {
        "id": id_of("organization"),
        "name": "Lantern",
        "description": "A charity by the river.",
        "email": "help@lantern.example",
        "website": "https://lantern.example",
        "year_incorporated": 1987,
        "parent_organization_id": id_of("parent organization"),
        "organization_identifiers": [
            {"id": id_of("identifier"), "identifier_type": "Charity number", "identifier": "1234567"}
        ],
        "additional_websites": [{"id": id_of("url"), "url": "https://help.lantern.example", "label": "Help"}],
        "locations": [a_location()],
    }


def a_service() -> Body:
    """Valid by the standard and by the strict rules: no fault, no warning, no note."""
    return deepcopy(
        {
            "id": id_of("service"),
            "name": "Evening talks",
            "description": "Talks in a small group.",
            "status": "active",
            "url": "https://lantern.example/talks",
            "email": "talks@lantern.example",
            "minimum_age": 16,
            "maximum_age": 99,
            "assured_date": "2026-05-01",
            "assurer_email": "desk@northgate.example",
            "last_modified": "2026-05-02T09:30:00Z",
            "organization_id": id_of("organization"),
            "organization": an_organization(),
            "program_id": id_of("program"),
            "program": {"id": id_of("program"), "name": "River", "description": "All talks by the river."},
            "phones": [a_phone()],
            "schedules": [a_schedule("schedule")],
            "service_areas": [{"id": id_of("area"), "name": "Northgate", "extent_type": "text"}],
            "languages": [{"id": id_of("language"), "name": "Dari", "code": "prs"}],
            "funding": [{"id": id_of("funding"), "source": "The town."}],
            "cost_options": [
                {
                    "id": id_of("cost"),
                    "valid_from": "2026-01-01",
                    "valid_to": "2026-12-31",
                    "option": "Each evening",
                    "currency": "GBP",
                    "amount": 2.5,
                }
            ],
            "required_documents": [{"id": id_of("document"), "document": "None."}],
            "contacts": [
                {"id": id_of("contact"), "name": "The desk", "title": "Front desk", "phones": [a_phone()]}
            ],
            "capacities": [
                {
                    "id": id_of("capacity"),
                    "unit": {"id": id_of("unit"), "name": "seats"},
                    "available": 3,
                    "maximum": 12,
                    "updated": "2026-05-02T09:30:00.000Z",
                }
            ],
            "attributes": [a_tag("service", "service")],
            "metadata": [
                {
                    "id": id_of("log"),
                    "resource_id": id_of("service"),
                    "resource_type": "service",
                    "last_action_date": "2026-05-02",
                    "last_action_type": "update",
                    "field_name": "name",
                    "previous_value": "Talks",
                    "replacement_value": "Evening talks",
                    "updated_by": "The desk",
                }
            ],
            "service_at_locations": [
                {
                    "id": id_of("service at location"),
                    "service_id": id_of("service"),
                    "location_id": id_of("location"),
                    "location": a_location(),
                    "schedules": [a_schedule("schedule there")],
                    "attributes": [a_tag("service_at_location", "service at location")],
                }
            ],
        }
    )


def at(body: object, pointer: str) -> object:
    """What stands at a JSON pointer."""
    for name in _steps(pointer):
        body = body[int(name)] if isinstance(body, list) else body[name]  # type: ignore[index]
    return body


def put(body: Body, pointer: str, value: object) -> Body:
    """The body with another value at a JSON pointer."""
    host, _slash, name = pointer.rpartition("/")
    around = at(body, host)
    if isinstance(around, list):
        around[int(name)] = value
    else:
        around[name] = value  # type: ignore[index]
    return body


def drop(body: Body, pointer: str) -> Body:
    """The body without what stands at a JSON pointer."""
    host, _slash, name = pointer.rpartition("/")
    del at(body, host)[name]  # type: ignore[attr-defined]
    return body


def rename(body: Body, pointer: str, name: str) -> Body:
    """The body with a field under another name."""
    value = at(body, pointer)
    host = pointer.rpartition("/")[0]
    return put(drop(body, pointer), f"{host}/{name}", value)


def _steps(pointer: str) -> Iterator[str]:
    return iter(pointer.split("/")[1:])
