"""The places of a service, kind by kind."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.models import PlacesOfKind
from kith.directory.places import band_of_kind
from kith.directory.policies.places_of_kind import places_of_kinds
from kith.directory.policies.service import May, services
from kith.directory.terms import PlacesBand, PlacesFor, PlacesUnit


@dataclass(frozen=True, slots=True)
class PlacesLine:
    """Places of one kind and when they were told; exact only for those who may know the figure."""

    unit: PlacesUnit
    places_for: PlacesFor
    band: PlacesBand
    as_of: datetime
    places_left: int | None


def places_by_kind(viewer: Viewer, *, service_id: UUID) -> list[PlacesLine]:
    """Every kind that the service tells apart, beds before visits, in the order of the code lists.

    Everybody else than those who may know the figure gets bands: none of a shelter, none that is over 30 days
    old. Two statements.
    """
    is_exact = services(viewer, May.SEE_FIGURE).filter(pk=service_id).exists()
    rows = places_of_kinds(viewer, May.READ).filter(service=service_id).select_related("service")
    lines = [_line(row, is_exact=is_exact) for row in rows]
    shown = [line for line in lines if is_exact or line.band is not PlacesBand.NOT_KNOWN]
    return sorted(shown, key=lambda line: (_UNITS.index(line.unit), _FOR.index(line.places_for)))


def _line(row: PlacesOfKind, *, is_exact: bool) -> PlacesLine:
    return PlacesLine(
        unit=PlacesUnit(row.unit),
        places_for=PlacesFor(row.places_for),
        band=band_of_kind(row),
        as_of=row.as_of,
        places_left=row.places_left if is_exact else None,
    )


_UNITS, _FOR = list(PlacesUnit), list(PlacesFor)
