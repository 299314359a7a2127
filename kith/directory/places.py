"""What the public is told of places left: a band, changed at most daily (promise 24)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kith.core import clock
from kith.directory.models import PlacesOfKind, Service
from kith.directory.terms import PlacesBand

FEW = 3
STALE_AFTER = timedelta(days=30)


def band_of(places_left: int | None) -> PlacesBand:
    """The band of an exact figure."""
    if places_left is None:
        return PlacesBand.NOT_KNOWN
    if places_left == 0:
        return PlacesBand.FULL
    return PlacesBand.FEW if places_left <= FEW else PlacesBand.PLACES


def public_band(service: Service) -> PlacesBand:
    """The stored band; not known for a shelter, or where the figure is over 30 days old."""
    as_of = service.places_as_of
    if not service.shows_places or as_of is None or clock.now() - as_of > STALE_AFTER:
        return PlacesBand.NOT_KNOWN
    return PlacesBand(service.places_band)


def band_of_kind(row: PlacesOfKind) -> PlacesBand:
    """The stored band of one kind, with the same two exceptions. The row brings its service."""
    if not row.service.shows_places or clock.now() - row.as_of > STALE_AFTER:
        return PlacesBand.NOT_KNOWN
    return PlacesBand(row.band)


def may_change_band(band_at: datetime | None, timezone: str) -> bool:
    """True if the public band was not changed yet today, where `timezone` is."""
    return band_at is None or band_at.astimezone(ZoneInfo(timezone)).date() < clock.today(timezone)
