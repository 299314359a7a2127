"""Take one place."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.errors import NoPlacesLeft
from kith.directory.events import OnePlaceTaken
from kith.directory.policies.places_of_kind import places_of_kinds
from kith.directory.policies.service import May, one_service, services
from kith.directory.terms import PlaceTaken


@transaction.atomic
def take_place(viewer: Viewer, *, service_id: UUID) -> PlaceTaken:
    """Take one place by one conditional UPDATE: of many at once, no more succeed than there are places.

    Where places of only one kind are left, it is one of these; else which kind is the service's to tell.
    Gives NOT_KNOWN, and takes nothing, where the service gave no figure: no figure is not "full".
    Raises NotFound, Denied, or NoPlacesLeft.
    """
    service = one_service(viewer, service_id, May.USE_PLACES)
    open_rows = services(viewer, May.USE_PLACES).filter(pk=service_id, places_left__gt=0)
    if open_rows.update(places_left=F("places_left") - 1):
        kinds = places_of_kinds(viewer, May.USE_PLACES).filter(service=service)
        left = list(kinds.filter(places_left__gt=0).values_list("pk", flat=True)[:2])
        if len(left) == 1:
            kinds.filter(pk=left[0], places_left__gt=0).update(places_left=F("places_left") - 1)
        record(viewer, OnePlaceTaken(subject=service.ref, organization_id=service.organization_id))
        return PlaceTaken.TAKEN
    if service.places_left is None:
        return PlaceTaken.NOT_KNOWN
    raise NoPlacesLeft
