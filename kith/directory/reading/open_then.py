"""Which services are open at a moment, as far as their published hours are certain."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.queries.site_timezone import site_timezone
from kith.core.viewer import Viewer
from kith.directory.models import Schedule, Service
from kith.directory.policies.place import details, services_at
from kith.directory.reading.facts import schedules_of, sites_of
from kith.directory.reading.hours import open_week
from kith.directory.reading.lines import zone_of
from kith.directory.terms import ServiceStatus

AT_ONCE = 500
FIRST_YEAR, LAST_YEAR = 1900, 2200


def open_services(viewer: Viewer, rows: QuerySet[Service], moment: datetime) -> QuerySet[Service]:
    """Those of the services that are surely open then; what is only told in words never counts."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return rows.none()
    hours = details(viewer, Schedule)
    places = services_at(viewer).filter(location__in=hours.values("location_id")).values("service_id")
    with_hours = Q(pk__in=hours.values("service_id")) | Q(pk__in=places)
    asked = rows.filter(with_hours, status=ServiceStatus.ACTIVE)
    return rows.filter(pk__in=list(_open(viewer, asked, moment)))


def _open(viewer: Viewer, rows: QuerySet[Service], moment: datetime) -> Iterator[UUID]:
    site_zone = site_timezone(viewer)
    after: UUID | None = None
    while some := list((rows.filter(pk__gt=after) if after else rows).order_by("pk")[:AT_ONCE]):
        sites = sites_of(viewer, [row.id for row in some])
        schedules = schedules_of(viewer, sites)
        for row in some:
            zone = zone_of(row, sites[row.id], site_zone)
            if open_week(schedules[row.id], timezone=zone, moment=moment).is_open_now:
                yield row.id
        after = some[-1].id
