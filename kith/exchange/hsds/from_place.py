"""HSDS service_at_location and location, read into records."""

from collections.abc import Iterable

from kith.directory.records import LocationRecord, PlaceRecord
from kith.directory.terms import LocationType
from kith.exchange.hsds.digests import digest_of
from kith.exchange.hsds.from_parts import (
    accessibility,
    addresses,
    areas,
    contacts,
    languages,
    phones,
    schedules,
    web,
)
from kith.exchange.hsds.from_tags import attributes, metadata
from kith.exchange.hsds.parts import Part

STAND_INS = frozenset({(0.0, 0.0), (40.713047, -74.00723)})
"""Points that sources write where they know none: the zero point, and a city hall (NOTICE of the CC0 set)."""
POLE = 90


def places(parts: Iterable[Part], *, is_confidential: bool) -> tuple[PlaceRecord, ...]:
    """Where a service is given; a link without its location says nothing and is left out."""
    told = ((part.quiet() if is_confidential else part) for part in parts)
    read = ((part, part.one("location")) for part in told)
    return tuple(
        PlaceRecord(
            key=part.key(),
            location=from_location(nested, is_confidential=is_confidential),
            description=part.words("description"),
            areas=areas(part.each("service_areas")),
            contacts=contacts(part.each("contacts")),
            phones=phones(part.each("phones")),
            schedules=schedules(part.each("schedules")),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part, nested in read
        if nested is not None
    )


def from_location(part: Part, *, is_confidential: bool) -> LocationRecord:
    """One place. A latitude beyond the pole is kept as it was said, and never used for a distance."""
    part = part.quiet() if is_confidential else part
    latitude = _latitude(part)
    longitude = part.number("longitude", least=-180, most=180)
    is_point = latitude is not None and longitude is not None
    return LocationRecord(
        key=part.key(),
        digest=digest_of(part.body),
        location_type=part.choice("location_type", LocationType, LocationType.PHYSICAL),
        name=part.text("name", most=300),
        alternate_name=part.text("alternate_name", most=300),
        description=part.words("description"),
        transportation=part.words("transportation"),
        url=web(part, "url"),
        latitude=latitude if is_point else None,
        longitude=longitude if is_point else None,
        external_identifier=part.text("external_identifier", most=200),
        external_identifier_type=part.text("external_identifier_type", most=100),
        is_point_trusted=(latitude, longitude) not in STAND_INS and abs(latitude or 0) <= POLE,
        is_confidential=is_confidential,
        addresses=addresses(part.each("addresses")),
        schedules=schedules(part.each("schedules")),
        phones=phones(part.each("phones")),
        languages=languages(part.each("languages")),
        contacts=contacts(part.each("contacts")),
        accessibility=accessibility(part.each("accessibility")),
        attributes=attributes(part),
        metadata=metadata(part),
    )


def _latitude(part: Part) -> float | None:
    """Up to 180: sources, the standard's own examples among them, go beyond the pole."""
    value = part.body.get("latitude")
    is_beyond = isinstance(value, int | float) and POLE < abs(value) <= 2 * POLE
    return (
        part.number("latitude", least=-180, most=180)
        if is_beyond
        else part.number("latitude", least=-POLE, most=POLE)
    )
