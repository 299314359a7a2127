"""Write down how many places a service says are left."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.events import PlacesSet
from kith.directory.places import band_of, may_change_band
from kith.directory.policies.places_of_kind import places_of_kinds
from kith.directory.policies.service import May, one_service
from kith.directory.searching.records import keep_places
from kith.directory.searching.telling import places_figure, places_until

MOST_PLACES = 100_000


@transaction.atomic
def set_places(viewer: Viewer, *, service_id: UUID, places_left: int, as_of: datetime) -> None:
    """Set the exact figure, as the service told it at `as_of`. The public band moves at most once a day.

    Kinds of places are no longer told apart after this; `set_places_by_kind` does that.

    Raises NotFound, Denied, or BadInput if the figure is under 0, absurd, or told in the future.
    """
    service = one_service(viewer, service_id, May.SET_PLACES)
    if not 0 <= places_left <= MOST_PLACES:
        raise BadInput(field="places_left")
    if as_of > clock.now():
        raise BadInput(field="as_of")
    service.places_left = places_left
    service.places_as_of = as_of
    if may_change_band(service.places_band_at, site_profile(viewer).timezone):
        service.places_band = band_of(places_left)
        service.places_band_at = clock.now()
    service.save(update_fields=["places_left", "places_as_of", "places_band", "places_band_at"])
    places_of_kinds(viewer, May.SET_PLACES).filter(service=service).update(places_left=None)
    keep_places(service.id, places=places_figure(service), until=places_until(service))
    record(
        viewer,
        PlacesSet(
            subject=service.ref,
            organization_id=service.organization_id,
            places_left=places_left,
            as_of=as_of,
        ),
    )
