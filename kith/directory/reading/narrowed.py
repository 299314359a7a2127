"""Services narrowed by more than the standard's own parameters: for whom, in which language, when, where.

Each looks only at what the viewer may know: a confidential place and what hangs on it answer nothing.
"""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Left

from kith.core.viewer import Viewer
from kith.directory.models import Language, Schedule, Service
from kith.directory.policies.place import details, services_at
from kith.directory.reading.near import Spot, distances_from, spot_of
from kith.directory.reading.open_then import open_services
from kith.directory.wanted import Box, Wanted, WantedHours

CLOCK_SIGNS = 5


def narrowed_further(viewer: Viewer, rows: QuerySet[Service], wanted: Wanted) -> QuerySet[Service]:
    """The services for such a person, at such a time, in such a place."""
    rows = rows.filter(_for_age(wanted))
    if wanted.languages:
        rows = rows.filter(_spoken(viewer, wanted.languages))
    if wanted.hours != WantedHours():
        rows = rows.filter(_with_hours(viewer, wanted.hours))
    if wanted.box:
        rows = rows.filter(pk__in=services_at(viewer).filter(_inside(wanted.box)).values("service_id"))
    if wanted.around:
        spot = spot_of(wanted.around.near)
        rows = rows.filter(pk__in=_near(viewer, spot, wanted.around.metres)) if spot else rows.none()
    return open_services(viewer, rows, wanted.open_at) if wanted.open_at else rows


def _for_age(wanted: Wanted) -> Q:
    limits = Q()
    if wanted.age is not None:
        limits &= Q(minimum_age__isnull=True) | Q(minimum_age__lte=wanted.age)
        limits &= Q(maximum_age__isnull=True) | Q(maximum_age__gte=wanted.age)
    if wanted.minimum_age is not None:
        limits &= Q(minimum_age__gte=wanted.minimum_age)
    if wanted.maximum_age is not None:
        limits &= Q(maximum_age__lte=wanted.maximum_age)
    return limits


def _spoken(viewer: Viewer, languages: tuple[str, ...]) -> Q:
    """In one of these languages; `pt` is also `pt-BR`."""
    codes = Q()
    for language in languages:
        codes |= Q(code__iexact=language) | Q(code__istartswith=f"{language}-")
    spoken = details(viewer, Language).filter(codes, service__isnull=False)
    return Q(pk__in=spoken.values("service_id"))


def _with_hours(viewer: Viewer, hours: WantedHours) -> Q:
    """One line of hours, of the service or of a place of it, that says so."""
    found = details(viewer, Schedule).annotate(opens=Left("opens_at", CLOCK_SIGNS))
    found = found.annotate(closes=Left("closes_at", CLOCK_SIGNS))
    if hours.day:
        found = found.filter(byday__icontains=hours.day)
    if hours.opens_from:
        found = found.filter(opens__gte=hours.opens_from.strftime("%H:%M"))
    if hours.closes_by:
        found = found.exclude(closes="").filter(closes__lte=hours.closes_by.strftime("%H:%M"))
    links = services_at(viewer)
    at_links = links.filter(pk__in=found.values("service_at_location_id")).values("service_id")
    at_places = links.filter(location__in=found.values("location_id")).values("service_id")
    return Q(pk__in=found.values("service_id")) | Q(pk__in=at_links) | Q(pk__in=at_places)


def _inside(box: Box) -> Q:
    up = Q(location__latitude__range=(box.south, box.north), location__is_point_trusted=True)
    if box.west <= box.east:
        return up & Q(location__longitude__range=(box.west, box.east))
    return up & (Q(location__longitude__gte=box.west) | Q(location__longitude__lte=box.east))


def _near(viewer: Viewer, spot: Spot, metres: float) -> list[UUID]:
    return list(distances_from(viewer, spot, within_km=metres / 1000))
