"""Who may see where help is given: a confidential place is its own organisation's."""

from typing import TypeVar

from django.db.models import Q, QuerySet

from kith.core.viewer import Role, Viewer
from kith.directory.models import Address, Detail, Location, ServiceAtLocation
from kith.directory.policies.who import EVERY

DetailT = TypeVar("DetailT", bound=Detail)


def locations(viewer: Viewer) -> QuerySet[Location]:
    """The places that the viewer may know."""
    return Location.objects.filter(_shown(viewer, ""))


def addresses(viewer: Viewer) -> QuerySet[Address]:
    """The addresses of those places."""
    return Address.objects.filter(_shown(viewer, "location__"))


def services_at(viewer: Viewer) -> QuerySet[ServiceAtLocation]:
    """Which service is given at which of those places."""
    return ServiceAtLocation.objects.filter(_shown(viewer, "location__"))


def details(viewer: Viewer, kind: type[DetailT]) -> QuerySet[DetailT]:
    """Rows of one kind that hang on a service, an organisation or one of those places."""
    rows: QuerySet[DetailT] = QuerySet(kind)
    return rows.filter(Q(location__isnull=True) | _shown(viewer, "location__"))


def _shown(viewer: Viewer, path: str) -> Q:
    if viewer.is_system:
        return EVERY
    public = Q(**{f"{path}is_confidential": False})
    if not viewer.has(*Role):
        return public
    return public | Q(**{f"{path}organization_id": viewer.organization_id})
