"""Where help is given, as people read it."""

from collections.abc import Iterable

from kith.directory.reading.facts import Site
from kith.directory.views_of import PlaceLine


def place_line(site: Site) -> PlaceLine:
    """One place; its point only where it can be trusted."""
    location, address = site.location, site.address
    parts: Iterable[str] = ()
    if address is not None:
        town = " ".join(filter(None, (address.city, address.state_province, address.postal_code)))
        parts = (address.attention, address.address_1, address.address_2, town)
    return PlaceLine(
        name=location.name,
        address=tuple(filter(None, parts)),
        city=address.city if address else "",
        how_to_get_there="\n".join(filter(None, (location.description, location.transportation))),
        latitude=location.latitude if location.is_point_trusted else None,
        longitude=location.longitude if location.is_point_trusted else None,
    )
