"""Whole listings as records again: services and organisations with everything that hangs on them."""

from collections.abc import Collection, Iterable
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.importing.batch import values
from kith.directory.importing.services import DETAIL_FIELDS
from kith.directory.importing.shared import LOCATION_FIELDS, ORGANIZATION_FIELDS, PROGRAM_FIELDS
from kith.directory.models import Location, Program, Service, ServiceAtLocation
from kith.directory.policies.organization import May as MayOrganization
from kith.directory.policies.organization import organizations
from kith.directory.policies.place import locations, services_at
from kith.directory.policies.program import programs
from kith.directory.reading.grouped import grouped
from kith.directory.reading.hung import HungRecords, Roots
from kith.directory.reading.kept_changes import changes_of
from kith.directory.reading.lists import LISTS
from kith.directory.reading.origin import assured_here
from kith.directory.records import (
    LocationRecord,
    OrganizationRecord,
    PlaceRecord,
    ProgramRecord,
    Record,
    ServiceDetails,
    ServiceRecord,
)
from kith.directory.terms import Topic


class WholeListings:
    """These listings, loaded in a number of statements that does not grow with theirs."""

    def __init__(
        self,
        viewer: Viewer,
        *,
        services: Collection[Service],
        organization_ids: Collection[UUID] = (),
        location_ids: Collection[UUID] = (),
    ) -> None:
        holders = {*organization_ids, *(row.organization_id for row in services)}
        ids = [row.id for row in services]
        found = organizations(viewer, MayOrganization.READ).filter(pk__in=holders)
        self._organizations = {row.id: row for row in found}
        links = services_at(viewer).filter(service__in=ids).order_by("position", "id")
        self._at = grouped(links, lambda link: link.service_id)
        self._locations = _locations(viewer, holders, [*location_ids, *_places_of(self._at.values())])
        self._programs = {row.id: row for row in programs(viewer).filter(organization__in=holders)}
        roots = Roots(ids, list(holders), list(self._locations), list(self._programs))
        self._hung = HungRecords(viewer, roots)
        self._changes = changes_of([*ids, *holders])

    def service(self, row: Service) -> ServiceRecord:
        """One of the services, nested whole."""
        program = self._programs.get(row.program_id) if row.program_id else None
        nested: dict[str, object] = {
            "program": self._program(program) if program else None,
            "places": tuple(map(self.place, self._at.get(row.id, []))),
        }
        lists = self._lists(ServiceDetails, row.id)
        languages = lists.pop("languages")
        details = {**values(row, DETAIL_FIELDS), **assured_here(row)}
        return ServiceRecord.of(
            {"key": str(row.id), "digest": "", "raw": {}, "name": row.name, "description": row.description},
            {"organization": self.organization(row.organization_id), "languages": languages},
            {"topics": frozenset(map(Topic, row.topics))},
            {"details": ServiceDetails.of(details, lists, nested)},
        )

    def organization(self, organization_id: UUID) -> OrganizationRecord:
        """One of the organisations, with the places and programmes that its own record names."""
        row = self._organizations[organization_id]
        parent = row.parent_organization_id
        return OrganizationRecord.of(
            {"key": str(row.id), "digest": "", "parent_key": str(parent) if parent else ""},
            values(row, ORGANIZATION_FIELDS),
            self._lists(OrganizationRecord, row.id),
            {"locations": self._listed_places(row.id), "programs": self._listed_programs(row.id)},
        )

    def location(self, location_id: UUID) -> LocationRecord:
        """One of the places."""
        row = self._locations[location_id]
        lists = self._lists(LocationRecord, row.id)
        return LocationRecord.of({"key": str(row.id)}, values(row, LOCATION_FIELDS), lists)

    def place(self, link: ServiceAtLocation) -> PlaceRecord:
        """That a service is given at a location."""
        return PlaceRecord.of(
            {"key": str(link.id), "description": link.description},
            {"location": self.location(link.location_id)},
            self._lists(PlaceRecord, link.id),
        )

    def places_of(self, service_id: UUID) -> list[ServiceAtLocation]:
        """Where one of the services is given."""
        return self._at.get(service_id, [])

    def _program(self, row: Program) -> ProgramRecord:
        return ProgramRecord.of(
            {"key": str(row.id), "digest": ""},
            values(row, PROGRAM_FIELDS),
            self._hung.tags(row.id),
        )

    def _listed_places(self, organization_id: UUID) -> tuple[LocationRecord, ...]:
        rows = self._locations.values()
        listed = [row.id for row in rows if row.is_listed and row.organization_id == organization_id]
        return tuple(map(self.location, sorted(listed)))

    def _listed_programs(self, organization_id: UUID) -> tuple[ProgramRecord, ...]:
        rows = sorted(self._programs.values(), key=lambda row: row.id)
        return tuple(
            self._program(row) for row in rows if row.is_listed and row.organization_id == organization_id
        )

    def _lists(self, kind: type[Record], owner_id: UUID) -> dict[str, object]:
        lists: dict[str, object] = {name: self._hung.on(owner_id, of) for name, of in LISTS[kind]}
        tags = self._hung.tags(owner_id)
        told = tags["metadata"]
        of_source = told if isinstance(told, tuple) else ()
        return {**lists, **tags, "metadata": (*of_source, *self._changes.get(owner_id, ()))}


def _locations(viewer: Viewer, holders: Collection[UUID], ids: Collection[UUID]) -> dict[UUID, Location]:
    found = {row.id: row for row in locations(viewer).filter(pk__in=ids)}
    for row in locations(viewer).filter(organization__in=holders, is_listed=True):
        found[row.id] = row
    return found


def _places_of(links: Iterable[list[ServiceAtLocation]]) -> list[UUID]:
    return [link.location_id for group in links for link in group]
