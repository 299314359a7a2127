"""Bring the public bands of places up to date, once a day."""

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref, uuid7
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.events import PlacesBandsRefreshed
from kith.directory.places import band_of, may_change_band
from kith.directory.policies.service import May, services


@transaction.atomic
def refresh_places_bands(viewer: Viewer) -> int:
    """Work out each band anew that was not changed today; returns how many changed."""
    timezone = site_profile(viewer).timezone
    known = services(viewer, May.SET_PLACES).filter(places_left__isnull=False).order_by("pk")
    moved = [
        service
        for service in known.only("places_left", "places_band", "places_band_at")
        if band_of(service.places_left) != service.places_band
        and may_change_band(service.places_band_at, timezone)
    ]
    for service in moved:
        services(viewer, May.SET_PLACES).filter(pk=service.pk).update(
            places_band=band_of(service.places_left), places_band_at=clock.now()
        )
    if moved:
        record(viewer, PlacesBandsRefreshed(subject=Ref("site", uuid7()), services=len(moved)))
    return len(moved)
