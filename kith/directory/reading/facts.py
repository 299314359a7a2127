"""What hangs on some services, fetched together in a fixed number of statements."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.models import (
    Address,
    Attribute,
    Detail,
    Language,
    Location,
    Schedule,
    ServiceSignal,
)
from kith.directory.policies.place import addresses, details, services_at
from kith.directory.policies.service import signals
from kith.directory.views_of import LanguageLine

DetailT = TypeVar("DetailT", bound=Detail)


@dataclass(frozen=True, slots=True)
class Site:
    """One place of a service, with its address where it has one."""

    location: Location
    address: Address | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows by service id; every id asked for has an entry."""

    languages: dict[UUID, list[LanguageLine]]
    schedules: dict[UUID, list[Schedule]]
    attributes: dict[UUID, list[Attribute]]
    sites: dict[UUID, list[Site]]
    signals: dict[UUID, ServiceSignal]


def facts_of(viewer: Viewer, service_ids: Collection[UUID]) -> Facts:
    """What hangs on these services, as far as the viewer may know it. Seven statements."""
    languages = details(viewer, Language).filter(service_id__in=service_ids).order_by("position", "id")
    attributes = details(viewer, Attribute).filter(service_id__in=service_ids).order_by("shown_as", "id")
    sites = sites_of(viewer, service_ids)
    return Facts(
        languages={
            service_id: [LanguageLine(row.code, row.name, row.note) for row in rows]
            for service_id, rows in _by_service(languages, service_ids).items()
        },
        schedules=schedules_of(viewer, sites),
        attributes=_by_service(attributes, service_ids),
        sites=sites,
        signals={row.service_id: row for row in signals(viewer).filter(service_id__in=service_ids)},
    )


def sites_of(viewer: Viewer, service_ids: Collection[UUID]) -> dict[UUID, list[Site]]:
    """Where each service is given, its first place first. Two statements."""
    links = (
        services_at(viewer)
        .filter(service_id__in=service_ids)
        .select_related("location")
        .order_by("position", "id")
    )
    by_location: dict[UUID, Address] = {}
    for row in (
        addresses(viewer).filter(location__in=[link.location_id for link in links]).order_by("position", "id")
    ):
        by_location.setdefault(row.location_id, row)
    sites: dict[UUID, list[Site]] = {service_id: [] for service_id in service_ids}
    for link in links:
        sites[link.service_id].append(Site(link.location, by_location.get(link.location_id)))
    return sites


def schedules_of(viewer: Viewer, sites: dict[UUID, list[Site]]) -> dict[UUID, list[Schedule]]:
    """The service's own hours; where it has none, those of its first place."""
    own_hours = _by_service(
        details(viewer, Schedule).filter(service_id__in=list(sites)).order_by("position", "id"), sites
    )
    first_places = {
        service_id: found[0].location.id
        for service_id, found in sites.items()
        if found and not own_hours[service_id]
    }
    of_places: dict[UUID | None, list[Schedule]] = {}
    for row in (
        details(viewer, Schedule).filter(location_id__in=first_places.values()).order_by("position", "id")
    ):
        of_places.setdefault(row.location_id, []).append(row)
    return {
        service_id: own_hours[service_id] or of_places.get(first_places.get(service_id), [])
        for service_id in sites
    }


def _by_service(rows: Iterable[DetailT], service_ids: Collection[UUID]) -> dict[UUID, list[DetailT]]:
    grouped: dict[UUID, list[DetailT]] = {service_id: [] for service_id in service_ids}
    for row in rows:
        if row.service_id is not None:
            grouped[row.service_id].append(row)
    return grouped
