"""What hangs on some services, fetched together in a fixed number of statements."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.viewer import Viewer
from kith.core.written_once import WrittenOnce
from kith.directory.models import Address, Attribute, Language, Schedule
from kith.directory.policies.place import addresses, details, services_at
from kith.directory.policies.service import signals
from kith.directory.reading.grouped import grouped
from kith.directory.reading.rows import HoursRow, SignalRow, Tag, columns_of
from kith.directory.views_of import LanguageLine

RowT = TypeVar("RowT")
Ids = Collection[UUID]
PLACE = (
    "location_type",
    "name",
    "description",
    "transportation",
    "timezone",
    "latitude",
    "longitude",
    "is_point_trusted",
    "is_confidential",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where help is given."""

    id: UUID
    location_type: str
    name: str
    description: str
    transportation: str
    timezone: str
    latitude: float | None
    longitude: float | None
    is_point_trusted: bool
    is_confidential: bool


@dataclass(frozen=True, slots=True)
class Site:
    """One place of a service, with its address where it has one that was asked for."""

    location: Place
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows by service id; every id asked for has an entry, but for `signals`."""

    languages: dict[UUID, list[LanguageLine]]
    schedules: dict[UUID, list[HoursRow]]
    attributes: dict[UUID, list[Tag]]
    sites: dict[UUID, list[Site]]
    signals: dict[UUID, SignalRow]


def _hours(viewer: Viewer, services: Ids, places: Ids) -> QuerySet[Schedule]:
    return details(viewer, Schedule).filter(Q(service_id__in=services) | Q(location_id__in=places))


_sites = WrittenOnce(
    lambda viewer, asked: (
        services_at(viewer)
        .filter(service_id__in=asked[0])
        .order_by("position", "id")
        .values_list("service_id", "location_id", *(f"location__{name}" for name in PLACE))
    )
)
_schedules = WrittenOnce(
    lambda viewer, asked: _hours(viewer, *asked).order_by("position", "id").values_list(*columns_of(HoursRow))
)
_languages = WrittenOnce(
    lambda viewer, asked: (
        details(viewer, Language)
        .filter(service_id__in=asked[0])
        .order_by("position", "id")
        .values_list("service_id", *columns_of(LanguageLine))
    )
)
_tags = WrittenOnce(
    lambda viewer, asked: (
        details(viewer, Attribute)
        .filter(service_id__in=asked[0])
        .order_by("shown_as", "id")
        .values_list("service_id", *columns_of(Tag))
    )
)
_signals = WrittenOnce(
    lambda viewer, asked: (
        signals(viewer).filter(service_id__in=asked[0]).values_list("service_id", *columns_of(SignalRow))
    )
)


def facts_of(viewer: Viewer, service_ids: Collection[UUID]) -> Facts:
    """What hangs on these services, as far as the viewer may know it. Six statements."""
    return _facts(viewer, _with_addresses(viewer, sites_of(viewer, service_ids)))


def facts_for_lines(viewer: Viewer, service_ids: Collection[UUID]) -> Facts:
    """The same without the addresses, which no line of a list says. Five statements."""
    return _facts(viewer, sites_of(viewer, service_ids))


def sites_of(viewer: Viewer, service_ids: Collection[UUID]) -> dict[UUID, list[Site]]:
    """Where each service is given, its first place first, without addresses. One statement."""
    sites: dict[UUID, list[Site]] = {service_id: [] for service_id in service_ids}
    for service_id, *place in _sites(viewer, service_ids):
        sites[service_id].append(Site(Place(*place)))
    return sites


def schedules_of(viewer: Viewer, sites: Mapping[UUID, list[Site]]) -> dict[UUID, list[HoursRow]]:
    """The service's own hours; where it has none, those of its first place. One statement."""
    first_places = {service_id: found[0].location.id for service_id, found in sites.items() if found}
    rows = [HoursRow(*row) for row in _schedules(viewer, list(sites), set(first_places.values()))]
    found = grouped(rows, lambda row: row.service_id or row.location_id)
    return {
        service_id: found.get(service_id) or found.get(first_places.get(service_id), [])
        for service_id in sites
    }


def _facts(viewer: Viewer, sites: dict[UUID, list[Site]]) -> Facts:
    ids = list(sites)
    return Facts(
        languages=_by_holder(ids, ((one, LanguageLine(*row)) for one, *row in _languages(viewer, ids))),
        schedules=schedules_of(viewer, sites),
        attributes=_by_holder(ids, ((one, Tag(*row)) for one, *row in _tags(viewer, ids))),
        sites=sites,
        signals={one: SignalRow(*row) for one, *row in _signals(viewer, ids)},
    )


def _by_holder(ids: Collection[UUID], rows: Iterable[tuple[UUID, RowT]]) -> dict[UUID, list[RowT]]:
    found: dict[UUID, list[RowT]] = {one: [] for one in ids}
    for holder_id, row in rows:
        found[holder_id].append(row)
    return found


def _with_addresses(viewer: Viewer, sites: Mapping[UUID, list[Site]]) -> dict[UUID, list[Site]]:
    """The same, each place with its first address. One statement."""
    places = {site.location.id for found in sites.values() for site in found}
    first: dict[UUID, Address] = {}
    for row in addresses(viewer).filter(location__in=places).order_by("position", "id"):
        first.setdefault(row.location_id, row)
    return {
        service_id: [Site(site.location, first.get(site.location.id)) for site in found]
        for service_id, found in sites.items()
    }
