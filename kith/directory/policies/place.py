"""Who may see where help is given: a confidential place is its own organisation's."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.viewer import Role, Viewer
from kith.directory.models import Address, Detail, Location, Service, ServiceAtLocation
from kith.directory.policies.who import EVERY

DetailT = TypeVar("DetailT", bound=Detail)
OWN_PATHS = ("organization_id", "service__organization_id", "under__organization_id")


def locations(viewer: Viewer) -> QuerySet[Location]:
    """The places that the viewer may know."""
    return Location.objects.filter(_shown(viewer, ""))


def addresses(viewer: Viewer) -> QuerySet[Address]:
    """The addresses of those places, but for those kept back."""
    return Address.objects.filter(_shown(viewer, "location__"), _open(viewer, "location__organization_id"))


def services_at(viewer: Viewer) -> QuerySet[ServiceAtLocation]:
    """Which service is given at which of those places."""
    return ServiceAtLocation.objects.filter(_shown(viewer, "location__"))


def details(viewer: Viewer, kind: type[DetailT]) -> QuerySet[DetailT]:
    """Rows of one kind that hang on a listing: none under a place the viewer may not know, none kept back."""
    rows: QuerySet[DetailT] = QuerySet(kind)
    return rows.filter(Q(under__isnull=True) | _shown(viewer, "under__"), _open(viewer, *OWN_PATHS))


def secret_addresses(listing_ids: Collection[UUID]) -> dict[UUID, set[str]]:
    """The streets kept back that these organisations and services could give away, by the listing's id.

    An organisation's own, and those where the service, or any of the organisation's, is given, whoever holds
    the place: for looking whether a text gives one away, only.
    """
    secret = Q(location__is_confidential=True) | Q(is_confidential=True)
    rows = Address.objects.filter(secret)
    links = ServiceAtLocation.objects.all()
    found: dict[UUID, set[str]] = {}
    streets: dict[UUID, set[str]] = {}
    for some in (
        rows.filter(location__organization__in=listing_ids),
        rows.filter(location__in=links.filter(service__in=listing_ids).values("location_id")),
        rows.filter(location__in=links.filter(service__organization__in=listing_ids).values("location_id")),
    ):
        for place, holder, street in some.values_list(
            "location_id", "location__organization_id", "address_1"
        ):
            streets.setdefault(place, set()).add(street)
            if holder is not None:
                found.setdefault(holder, set()).add(street)
    there = links.filter(location__in=streets)
    for place, *ids in there.values_list("location_id", "service_id", "service__organization_id"):
        for one in ids:
            found.setdefault(one, set()).update(streets[place])
    return found


def given_at(location_ids: Collection[UUID]) -> tuple[set[UUID], set[UUID]]:
    """The services given at these places, and whose they are: for keeping their history back, only."""
    links = ServiceAtLocation.objects.filter(location__in=location_ids)
    pairs = list(links.values_list("service_id", "service__organization_id"))
    return {service for service, _ in pairs}, {holder for _, holder in pairs}


def services_of_those_at(location_ids: Collection[UUID]) -> set[UUID]:
    """The services given at these places, and every other of whoever gives them, or holds one of the places.

    For having the search forget what their texts may say of the places, only.
    """
    there, givers = given_at(location_ids)
    held = Location.objects.filter(pk__in=location_ids, organization__isnull=False)
    givers |= set(held.values_list("organization_id", flat=True))
    return there | set(Service.objects.filter(organization__in=givers).values_list("pk", flat=True))


def _shown(viewer: Viewer, path: str) -> Q:
    if viewer.is_system:
        return EVERY
    public = Q(**{f"{path}is_confidential": False})
    if not viewer.has(*Role):
        return public
    return public | Q(**{f"{path}organization_id": viewer.organization_id})


def _open(viewer: Viewer, *own_paths: str) -> Q:
    """A row that is itself confidential is its own organisation's."""
    if viewer.is_system:
        return EVERY
    shown = Q(is_confidential=False)
    if not viewer.has(*Role):
        return shown
    for path in own_paths:
        shown |= Q(**{path: viewer.organization_id})
    return shown
