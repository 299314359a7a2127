"""An Ohana location with its organisation and services, read into HSDS 3.1 services. Pure."""

from collections.abc import Iterator

from kith.directory.records import Json
from kith.exchange.ohana.fields import Body, each, id_of, kept, objects, words
from kith.exchange.ohana.from_service import from_service
from kith.exchange.ohana.hours import schedules
from kith.exchange.ohana.reach import contacts, languages, phones
from kith.exchange.source_ids import SourceIds

ADDRESS = (
    "attention",
    "address_1",
    "address_2",
    "city",
    "region",
    "state_province",
    "postal_code",
    "country",
)


def services_at(location: Body, ids: SourceIds) -> Iterator[tuple[Body, Body]]:
    """Each service at the location as HSDS 3.1, beside the location's own record with this one service.

    A location that lists no services is itself the one service there: Ohana's lists leave them out.
    """
    key = id_of(location)
    alone: Body = {"id": f"location-{key}"} if key else {}
    for service in list(objects(location.get("services"))) or [alone]:
        raw = location if service is alone else {**location, "services": [service]}
        link = {
            "id": ids.of("service_at_location", f"{id_of(service)}:{key}"),
            "location": _place(location, ids),
        }
        body = from_service(service, location, ids)
        yield {**body, "organization": _organization(location, ids), "service_at_locations": [link]}, raw


def _organization(location: Body, ids: SourceIds) -> Json:
    found = location.get("organization")
    one = found if isinstance(found, dict) else {}
    owner = f"organization:{id_of(one)}"
    return kept(
        {
            "id": ids.of("organization", id_of(one)) if id_of(one) else "",
            **{name: one.get(name) for name in ("name", "alternate_name", "description", "email", "website")},
            **{name: one.get(name) for name in ("legal_status", "tax_status", "tax_id")},
            "year_incorporated": _year(one.get("date_incorporated")),
            "phones": phones(one.get("phones"), owner, ids),
            "contacts": contacts(one.get("contacts"), owner, ids),
            "funding": each(ids, "funding", owner, "source", words(one.get("funding_sources"))),
        }
    )


def _year(day: Json) -> int | None:
    text = day[:4] if isinstance(day, str) else ""
    return int(text) if text.isdecimal() and text.isascii() else None


def _place(location: Body, ids: SourceIds) -> Json:
    owner = f"location:{id_of(location)}"
    is_virtual = location.get("virtual") is True
    return kept(
        {
            "id": ids.of("location", id_of(location)) if id_of(location) else "",
            "location_type": "virtual" if is_virtual else "physical",
            "url": location.get("website"),
            **{name: location.get(name) for name in ("name", "alternate_name", "description")},
            **{name: location.get(name) for name in ("transportation", "latitude", "longitude")},
            "languages": languages(words(location.get("languages")), owner, ids),
            "addresses": list(_addresses(location, ids)),
            "contacts": contacts(location.get("contacts"), owner, ids),
            "accessibility": each(
                ids, "accessibility", owner, "description", words(location.get("accessibility"))
            ),
            "phones": phones(location.get("phones"), owner, ids),
            "schedules": schedules(location, owner, ids),
        }
    )


def _addresses(location: Body, ids: SourceIds) -> Iterator[Json]:
    for field, kind in (("address", "physical"), ("mail_address", "postal")):
        one = location.get(field)
        if isinstance(one, dict):
            made = ids.of(field, id_of(one) or f"location:{id_of(location)}")
            yield kept({"id": made, **{name: one.get(name) for name in ADDRESS}, "address_type": kind})
