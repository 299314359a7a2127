"""Write down how many places of each kind a service says are left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.actions.set_places import MOST_PLACES, set_places
from kith.directory.events import PlacesByKindSet
from kith.directory.models import PlacesOfKind
from kith.directory.places import band_of, may_change_band
from kith.directory.policies.places_of_kind import every_kind
from kith.directory.policies.service import May, one_service
from kith.directory.terms import PlacesFor, PlacesUnit

Kind = tuple[PlacesUnit, PlacesFor]


@dataclass(frozen=True, slots=True)
class ToldPlaces:
    """So many places of one kind are left."""

    unit: PlacesUnit
    places_for: PlacesFor
    places_left: int


@transaction.atomic
def set_places_by_kind(
    viewer: Viewer, *, service_id: UUID, told: Sequence[ToldPlaces], as_of: datetime
) -> UUID:
    """Set the exact figure of each kind, and their sum as the service's own. Returns the service's id.

    Kinds that are not named are no longer told apart. A public band moves at most once a day; a new kind has
    none before the next day if the service's own moved today already.
    Raises NotFound, Denied, or BadInput for no kind, a kind named twice, and what `set_places` does not take.
    """
    service = one_service(viewer, service_id, May.SET_PLACES)
    figures = {(one.unit, one.places_for): one.places_left for one in told}
    if not figures:
        raise BadInput(_("Say how many places of at least one kind are left."), field="left_0")
    if len(figures) < len(told):
        raise BadInput(_("One kind of places stands here twice. Put them together."), field="left_0")
    if not all(0 <= left <= MOST_PLACES for left in figures.values()):
        raise BadInput(field="left_0")
    timezone = site_profile(viewer).timezone
    may_say_more = may_change_band(service.places_band_at, timezone)
    set_places(viewer, service_id=service_id, places_left=sum(figures.values()), as_of=as_of)
    known = {_kind(row): row for row in every_kind(viewer, May.SET_PLACES).filter(service=service)}
    for kind, left in figures.items():
        row = known.get(kind) or PlacesOfKind(
            service=service,
            unit=kind[0],
            places_for=kind[1],
            band_at=None if may_say_more else clock.now(),
        )
        _tell(row, left, as_of, timezone)
    record(
        viewer,
        PlacesByKindSet(subject=service.ref, organization_id=service.organization_id, kinds=len(figures)),
    )
    return service.id


def _kind(row: PlacesOfKind) -> Kind:
    return PlacesUnit(row.unit), PlacesFor(row.places_for)


def _tell(row: PlacesOfKind, left: int, as_of: datetime, timezone: str) -> None:
    row.places_left, row.as_of = left, as_of
    if may_change_band(row.band_at, timezone):
        row.band, row.band_at = band_of(left), clock.now()
    row.save()
