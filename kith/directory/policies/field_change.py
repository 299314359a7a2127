"""Who may read what a listing said before, and who may take it out."""

from collections.abc import Callable, Collection
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import NOTHING, narrowed, one
from kith.core.viewer import Role, Viewer
from kith.directory.models import FieldChange, Organization, Service, TypedHere
from kith.directory.policies import organization, service
from kith.directory.policies.who import EVERY, as_host, as_system, own
from kith.directory.terms import ListingKind


class May(StrEnum):
    """What may be done with a field change."""

    READ = "read"
    KEEP = "keep"


def _open(viewer: Viewer) -> Q:
    """As the listing is: public, but for what its own organisation keeps back."""
    if viewer.is_system:
        return EVERY
    return Q(is_confidential=False) | own(viewer, *Role)


def _kept(viewer: Viewer) -> Q:
    host = as_host(viewer, Role.CURATOR, Role.ADMIN) & Q(is_confidential=False)
    return own(viewer, Role.COORDINATOR, Role.CURATOR, Role.ADMIN) | host | as_system(viewer)


POLICY: dict[May, Callable[[Viewer], Q]] = {May.READ: _open, May.KEEP: _kept}


def field_changes(viewer: Viewer, may: May) -> QuerySet[FieldChange]:
    """The changes that the viewer may `may`."""
    return narrowed(FieldChange.objects.all(), POLICY, viewer, may)


def one_field_change(viewer: Viewer, change_id: UUID, may: May) -> FieldChange:
    """One change. Raises NotFound or Denied."""
    return one(FieldChange.objects.all(), POLICY, viewer, row_id=change_id, may=may, read=May.READ)


def is_kept_back(listing_id: UUID, field_name: str, words: Collection[str]) -> bool:
    """Whether the history of the field keeps any of these words for its own organisation."""
    said = Q(previous_value__in=words) | Q(replacement_value__in=words)
    rows = FieldChange.objects.filter(said, resource_id=listing_id, field_name=field_name)
    return rows.filter(is_confidential=True).exists()


def were_taken_out(listing_id: UUID, field_name: str) -> bool:
    """Whether any words were taken out of the field's history."""
    rows = FieldChange.objects.filter(resource_id=listing_id, field_name=field_name)
    return rows.filter(taken_out_at__isnull=False).exists()


def typed_here(viewer: Viewer) -> QuerySet[TypedHere]:
    """Which fields were typed over, of the listings that the viewer may edit."""
    if viewer.is_system:
        return TypedHere.objects.all()
    services = service.services(viewer, service.May.EDIT).values("pk")
    organizations = organization.organizations(viewer, organization.May.EDIT).values("pk")
    allowed = Q(resource_id__in=services) | Q(resource_id__in=organizations)
    return TypedHere.objects.filter(allowed if viewer.organization_id else NOTHING)


def listing_to_edit(viewer: Viewer, kind: ListingKind, listing_id: UUID) -> Service | Organization:
    """The listing, locked until the transaction ends. Raises NotFound or Denied."""
    if kind is ListingKind.SERVICE:
        return service.one_service_to_change(viewer, listing_id, service.May.EDIT)
    return organization.one_organization_to_change(viewer, listing_id, organization.May.EDIT)


def listing_of(viewer: Viewer, kind: ListingKind, listing_id: UUID) -> Service | Organization:
    """The listing, for those who may edit it. Raises NotFound or Denied."""
    if kind is ListingKind.SERVICE:
        return service.one_service(viewer, listing_id, service.May.EDIT)
    return organization.one_organization(viewer, listing_id, organization.May.EDIT)
