"""Give one place back."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.events import OnePlaceGivenBack
from kith.directory.policies.places_of_kind import places_of_kinds
from kith.directory.policies.service import May, one_service, services
from kith.directory.terms import PlaceTaken


@transaction.atomic
def give_back_place(viewer: Viewer, *, service_id: UUID) -> PlaceTaken:
    """Give back a place that was taken; NOT_KNOWN, and no change, where the service gave no figure.

    Where the service tells one kind apart, it is one of these. The caller gives back only what it took, once.
    Raises NotFound or Denied.
    """
    service = one_service(viewer, service_id, May.USE_PLACES)
    known_rows = services(viewer, May.USE_PLACES).filter(pk=service_id, places_left__isnull=False)
    if not known_rows.update(places_left=F("places_left") + 1):
        return PlaceTaken.NOT_KNOWN
    kinds = places_of_kinds(viewer, May.USE_PLACES).filter(service=service)
    told = list(kinds.values_list("pk", flat=True)[:2])
    if len(told) == 1:
        kinds.filter(pk=told[0]).update(places_left=F("places_left") + 1)
    record(viewer, OnePlaceGivenBack(subject=service.ref, organization_id=service.organization_id))
    return PlaceTaken.TAKEN
