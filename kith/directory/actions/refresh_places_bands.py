"""Bring the public bands of places up to date, once a day."""

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref, uuid7
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.events import PlacesBandsRefreshed
from kith.directory.models import Service
from kith.directory.places import band_of, may_change_band
from kith.directory.policies.places_of_kind import places_of_kinds
from kith.directory.policies.service import May, services
from kith.directory.searching.records import keep_places
from kith.directory.searching.telling import places_figure, places_until

COLUMNS = ("places_left", "places_band", "places_band_at", "places_as_of", "shows_places")


@transaction.atomic
def refresh_places_bands(viewer: Viewer) -> int:
    """Work out each band anew that was not changed today, also of kinds; returns how many changed."""
    timezone = site_profile(viewer).timezone
    services_moved = _of_services(viewer, timezone)
    moved = len(services_moved) + _of_kinds(viewer, timezone)
    for service in services_moved:
        keep_places(service.id, places=places_figure(service), until=places_until(service))
    if moved:
        record(viewer, PlacesBandsRefreshed(subject=Ref("site", uuid7()), services=moved))
    return moved


def _of_services(viewer: Viewer, timezone: str) -> list[Service]:
    known = services(viewer, May.SET_PLACES).filter(places_left__isnull=False).order_by("pk")
    moved = [
        service
        for service in known.only(*COLUMNS)
        if band_of(service.places_left) != service.places_band
        and may_change_band(service.places_band_at, timezone)
    ]
    for service in moved:
        service.places_band, service.places_band_at = band_of(service.places_left), clock.now()
        service.save(update_fields=["places_band", "places_band_at"])
    return moved


def _of_kinds(viewer: Viewer, timezone: str) -> int:
    moved = [
        row
        for row in places_of_kinds(viewer, May.SET_PLACES).order_by("pk")
        if band_of(row.places_left) != row.band and may_change_band(row.band_at, timezone)
    ]
    for row in moved:
        places_of_kinds(viewer, May.SET_PLACES).filter(pk=row.pk).update(
            band=band_of(row.places_left), band_at=clock.now()
        )
    return len(moved)
