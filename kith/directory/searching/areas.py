"""Keys of areas: what a service without a point on the map says it serves, and what holds a place."""

import re
from collections.abc import Collection, Iterable

from django.db.models import Q

from kith.core.viewer import Viewer
from kith.directory.folding import key_of, postal_key
from kith.directory.models import Address
from kith.directory.policies.place import addresses


def keys_around(*, town: str, postcode: str, county: str, state: str, country: str) -> tuple[str, ...]:
    """The keys of every area that holds a place: for asking. What is not known is left empty."""
    kinds = {
        "town": key_of(town),
        "postcode": postal_key(postcode),
        "county": key_of(county),
        "state": key_of(state),
        "country": key_of(country),
    }
    exact = [f"{kind}:{key}" for kind, key in kinds.items() if key]
    named = [key_of_name(name) for name in (town, postcode, county, state, country)]
    return tuple(dict.fromkeys([*exact, *filter(None, named)]))


def keys_of_place(address: Address) -> tuple[str, ...]:
    """Where a place is of which no point is known: its town and postcode, else the next larger area."""
    near = (("town", key_of(address.city)), ("postcode", postal_key(address.postal_code)))
    found = tuple(f"{kind}:{key}" for kind, key in near if key)
    if found:
        return found
    larger = (("county", address.region), ("state", address.state_province), ("country", address.country))
    return next(((f"{kind}:{key_of(name)}",) for kind, name in larger if key_of(name)), ())


def keys_served(names: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The areas that a service names, where all of them are `known` here; else none, which is everywhere.

    Nobody may be sent away because an area is written as "statewide" or in another language.
    """
    keys = tuple(dict.fromkeys(filter(None, map(key_of_name, names))))
    return keys if all(key in known for key in keys) else ()


def known_areas(viewer: Viewer, names: Collection[str]) -> set[str]:
    """The keys of those names that are a town, postcode, county or state in the directory. One statement."""
    if not names:
        return set()
    towns, postcodes = set(map(key_of, names)), set(map(postal_key, names))
    larger = {name.strip() for name in names} | {_without_county(name.strip()) for name in names}
    rows = addresses(viewer).filter(
        Q(city_key__in=towns)
        | Q(postal_key__in=postcodes - {""})
        | Q(region__in=larger)
        | Q(state_province__in=larger)
    )
    columns = ("city", "postal_code", "region", "state_province")
    return {key_of_name(name) for row in rows.values_list(*columns).distinct() for name in row if name}


def key_of_name(name: str) -> str:
    """The key of an area by its name alone, which does not say whether it is a town or a county."""
    words = key_of(_without_county(name.strip()))
    return f"area:{words}" if words else ""


def _without_county(name: str) -> str:
    return re.sub(r"\s+county$", "", name, flags=re.IGNORECASE)
