"""Where "near" is: a postcode or town that the directory itself knows, and how far things are from it."""

import re
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from django.db.models import Avg, Count, F, Max, Q

from kith.core.viewer import Door, Viewer
from kith.directory.folding import key_of, postal_key
from kith.directory.policies.place import addresses, services_at
from kith.directory.reading.known_places import Key, KnownPlaces, Version
from kith.directory.searching.areas import keys_around
from kith.directory.terms import LocationType

EARTH_KM = 6371.0
KM_A_DEGREE = 111.2
NEAR_KM = 50.0
SHORTEST_POSTAL_START = 3
POINT = re.compile(r"(-?\d{1,3}(?:\.\d{1,12})?), ?(-?\d{1,3}(?:\.\d{1,12})?)", re.ASCII)
MOST_UP, MOST_ACROSS = 90, 180


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map that stands for a town or postcode; `name` is the town as published.

    `areas`: keys of every area that holds it.
    """

    name: str
    latitude: float
    longitude: float
    same_place: Q
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of the trusted public points of a town or postcode, and the areas that hold it."""

    name: str
    latitude: float
    longitude: float
    areas: tuple[str, ...]


_MIDDLES = KnownPlaces[Middle]()


def resolve_place(near: str, version: Version | None = None) -> Spot | None:
    """The middle of the public places in that postcode or town; None if the directory knows none.

    A postcode that it does not know stands for those that begin alike. A town that several states have
    stands for the one with most places, unless the state is given after a comma. As of `version` or later
    where that is known. At most three statements.
    """
    zip_code = re.search(r"\b\d{5}\b", near)
    postal = zip_code.group() if zip_code else postal_key(near)
    if re.search(r"\d", postal):
        exact = _middle(Q(postal_key=postal), ("postcode", postal), version)
        begun = exact or _middle(Q(postal_key__startswith=postal), ("begun", postal), version)
        return begun or _around_postal_start(postal[:SHORTEST_POSTAL_START], version)
    town, _, state = (text.strip() for text in near.partition(","))
    if not key_of(town):
        return None
    in_state = Q(state_province__iexact=state) if state else Q()
    return _middle(Q(city_key=key_of(town)) & in_state, ("town", key_of(town), state.casefold()), version)


def spot_of(near: str) -> Spot | None:
    """The point that is written as `latitude,longitude`, or the middle of a postcode or town."""
    written = POINT.fullmatch(near.strip())
    if written is None:
        return resolve_place(near)
    latitude, longitude = float(written[1]), float(written[2])
    is_on_earth = abs(latitude) <= MOST_UP and abs(longitude) <= MOST_ACROSS
    return Spot("", latitude, longitude, Q(pk__in=())) if is_on_earth else None


def distances_from(viewer: Viewer, spot: Spot, *, within_km: float | None) -> dict[UUID, float | None]:
    """Kilometres to each service's nearest place; None where only the town is known. Two statements."""
    links = services_at(viewer).filter(location__location_type=LocationType.PHYSICAL)
    trusted = links.filter(location__is_point_trusted=True, location__latitude__isnull=False)
    if within_km is not None:
        trusted = trusted.filter(near_box(spot, within_km))
    points = trusted.values_list("service_id", "location__latitude", "location__longitude")
    nearest: dict[UUID, float | None] = {}
    for service_id, latitude, longitude in points:
        if latitude is None or longitude is None:
            continue
        km = kilometres(spot, latitude, longitude)
        known = nearest.get(service_id)
        if (within_km is None or km <= within_km) and (known is None or km < known):
            nearest[service_id] = km
    in_town = addresses(viewer).filter(spot.same_place).values("location_id")
    unmapped = links.filter(location__in=in_town).values_list("service_id", flat=True)
    return {**dict.fromkeys(unmapped), **nearest}


def distances_to_places(viewer: Viewer, spot: Spot, *, within_km: float) -> dict[UUID, float]:
    """Kilometres to each trusted point that lies so near. One statement."""
    rows = services_at(viewer).filter(near_box(spot, within_km), location__is_point_trusted=True)
    points = rows.values_list("location_id", "location__latitude", "location__longitude").distinct()
    away = {
        place: kilometres(spot, up, across)
        for place, up, across in points
        if up is not None and across is not None
    }
    return {place: km for place, km in away.items() if km <= within_km}


def with_a_place(viewer: Viewer) -> set[UUID]:
    """The services that one can go to; others help by phone, online, or tell nobody where. One statement."""
    links = services_at(viewer).filter(location__location_type=LocationType.PHYSICAL)
    return set(links.values_list("service_id", flat=True))


def kilometres(spot: Spot, latitude: float, longitude: float) -> float:
    """The great-circle distance (haversine)."""
    up, across = radians(latitude - spot.latitude), radians(longitude - spot.longitude)
    chord = sin(up / 2) ** 2 + cos(radians(spot.latitude)) * cos(radians(latitude)) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def _middle(same_place: Q, key: Key, version: Version | None) -> Spot | None:
    """The average of the trusted public points; of the state with most of them."""
    middle = _MIDDLES.get(key, version)
    if middle is None:
        middle = _read_middle(same_place, postcode=key[1] if key[0] == "postcode" else "")
        if middle is None:
            return None
        _MIDDLES.keep(key, version, middle)
    return Spot(middle.name, middle.latitude, middle.longitude, same_place, middle.areas)


def _read_middle(same_place: Q, *, postcode: str) -> Middle | None:
    known = addresses(Viewer.nobody(Door.PUBLIC)).filter(
        same_place, location__is_point_trusted=True, location__latitude__isnull=False
    )
    groups = known.values(town=F("city"), state=F("state_province")).annotate(
        places=Count("id"),
        latitude=Avg("location__latitude"),
        longitude=Avg("location__longitude"),
        county=Max("region"),
        country=Max("country"),
    )
    best = groups.order_by("-places", "state", "town").first()
    if best is None:
        return None
    town = str(best["town"])
    name = town.title() if town.isupper() else town
    areas = keys_around(
        town=town,
        postcode=postcode,
        county=str(best["county"] or ""),
        state=str(best["state"] or ""),
        country=str(best["country"] or ""),
    )
    return Middle(name, best["latitude"], best["longitude"], areas)


def _around_postal_start(start: str, version: Version | None) -> Spot | None:
    if len(start) < SHORTEST_POSTAL_START:
        return None
    middle = _middle(Q(postal_key__startswith=start), ("start", start), version)
    return replace(middle, name=start.upper()) if middle else None


def near_box(spot: Spot, km: float) -> Q:
    """A box around the circle, for whatever has a location."""
    up = km / KM_A_DEGREE
    across = up / max(0.05, cos(radians(spot.latitude)))
    return Q(
        location__latitude__range=(spot.latitude - up, spot.latitude + up),
        location__longitude__range=(spot.longitude - across, spot.longitude + across),
    )
