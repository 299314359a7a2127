"""HSDS service_at_location, location and address, read into records."""

from collections.abc import Iterable

from kith.directory.records import AddressRecord, LocationRecord, PlaceRecord
from kith.directory.terms import LocationType
from kith.exchange.hsds.digests import digest_of
from kith.exchange.hsds.from_parts import languages, phones, schedules, web
from kith.exchange.hsds.parts import Part

STAND_INS = frozenset({(0.0, 0.0), (40.713047, -74.00723)})
"""Points that sources write where they know none: the zero point, and a city hall (NOTICE of the CC0 set)."""


def places(parts: Iterable[Part], *, is_confidential: bool) -> tuple[PlaceRecord, ...]:
    """Where a service is given; a link without its location says nothing and is left out."""
    read = ((part, part.one("location")) for part in parts)
    return tuple(
        PlaceRecord(
            key=part.key(),
            location=_location(nested, is_confidential=is_confidential),
            description=part.words("description"),
        )
        for part, nested in read
        if nested is not None
    )


def _location(part: Part, *, is_confidential: bool) -> LocationRecord:
    latitude = part.number("latitude", least=-90, most=90)
    longitude = part.number("longitude", least=-180, most=180)
    is_point = latitude is not None and longitude is not None
    return LocationRecord(
        key=part.key(),
        digest=digest_of(part.body, str(is_confidential)),
        location_type=part.choice("location_type", LocationType, LocationType.PHYSICAL),
        name=part.text("name", most=300),
        description=part.words("description"),
        transportation=part.words("transportation"),
        url=web(part, "url"),
        latitude=latitude if is_point else None,
        longitude=longitude if is_point else None,
        is_point_trusted=(latitude, longitude) not in STAND_INS,
        is_confidential=is_confidential,
        addresses=tuple(map(_address, part.each("addresses"))),
        schedules=schedules(part.each("schedules")),
        phones=phones(part.each("phones")),
        languages=languages(part.each("languages")),
    )


def _address(part: Part) -> AddressRecord:
    return AddressRecord(
        key=part.key(),
        address_1=part.needed("address_1", most=300),
        address_2=part.text("address_2", most=300),
        attention=part.text("attention", most=300),
        city=part.text("city", most=150),
        region=part.text("region", most=150),
        state_province=part.text("state_province", most=100),
        postal_code=part.text("postal_code", most=40),
        country=part.text("country", most=2).upper(),
        address_type=part.choice("address_type", LocationType, LocationType.PHYSICAL),
    )
