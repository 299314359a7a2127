"""Which services are given where, of those that may leave: for the interface that other programs read."""

from django.db.models import Q

from kith.core.viewer import Viewer
from kith.directory.folding import postal_key
from kith.directory.models import ServiceArea
from kith.directory.policies.place import addresses, details, services_at
from kith.directory.reading.near import distances_to_places, resolve_place
from kith.directory.reading.published import id_page, wanted_services
from kith.directory.views_of import IdPage, Wanted


def published_places(
    viewer: Viewer, *, wanted: Wanted, postcode: str, metres: float | None, page: int, per_page: int
) -> IdPage:
    """One page of the ids of services at locations, in the order of ids.

    `postcode` keeps places in it, or within `metres` of its middle, and services that say they are for it.
    """
    rows = services_at(viewer).filter(service__in=wanted_services(viewer, wanted).values("pk"))
    if postcode.strip():
        rows = rows.filter(_around(viewer, postcode, metres))
    return id_page(rows, page=page, per_page=per_page)


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
