"""Which services are given where, of those that may leave and answer."""

from django.db.models import Q, QuerySet

from kith.core.viewer import Viewer
from kith.directory.folding import postal_key
from kith.directory.models import ServiceArea, ServiceAtLocation
from kith.directory.policies.place import addresses, details, services_at
from kith.directory.reading.near import distances_to_places, resolve_place
from kith.directory.reading.published import wanted_services
from kith.directory.wanted import Wanted


def wanted_places(
    viewer: Viewer, wanted: Wanted, *, postcode: str, metres: float | None
) -> QuerySet[ServiceAtLocation]:
    """The services at locations, in no order.

    `postcode` keeps places in it, or within `metres` of its middle, and services that say they are for it.
    """
    rows = services_at(viewer).filter(service__in=wanted_services(viewer, wanted).values("pk"))
    return rows.filter(_around(viewer, postcode, metres)) if postcode.strip() else rows


def _around(viewer: Viewer, postcode: str, metres: float | None) -> Q:
    key = postal_key(postcode)
    there = Q(location__in=addresses(viewer).filter(postal_key=key).values("location_id"))
    areas = details(viewer, ServiceArea).filter(Q(name__iexact=postcode) | Q(extent__icontains=postcode))
    there |= Q(service__in=areas.filter(service__isnull=False).values("service_id"))
    there |= Q(pk__in=areas.filter(service_at_location__isnull=False).values("service_at_location_id"))
    spot = resolve_place(postcode) if metres is not None else None
    if spot is None or metres is None:
        return there
    near = distances_to_places(viewer, spot, within_km=metres / 1000)
    return there | Q(location__in=list(near))
