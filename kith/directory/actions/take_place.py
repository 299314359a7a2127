"""Take one place."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.errors import NoPlacesLeft
from kith.directory.events import OnePlaceTaken
from kith.directory.policies.service import May, one_service, services
from kith.directory.terms import PlaceTaken


@transaction.atomic
def take_place(viewer: Viewer, *, service_id: UUID) -> PlaceTaken:
    """Take one place by one conditional UPDATE: of many at once, no more succeed than there are places.

    Gives NOT_KNOWN, and takes nothing, where the service gave no figure: no figure is not "full".
    Raises NotFound, Denied, or NoPlacesLeft.
    """
    service = one_service(viewer, service_id, May.USE_PLACES)
    open_rows = services(viewer, May.USE_PLACES).filter(pk=service_id, places_left__gt=0)
    if open_rows.update(places_left=F("places_left") - 1):
        record(viewer, OnePlaceTaken(subject=service.ref, organization_id=service.organization_id))
        return PlaceTaken.TAKEN
    if service.places_left is None:
        return PlaceTaken.NOT_KNOWN
    raise NoPlacesLeft
