"""Services at locations as the standard's own records."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.place import services_at
from kith.directory.policies.service import May, services
from kith.directory.reading.published import may_leave
from kith.directory.reading.whole import WholeListings
from kith.directory.records import PlaceRecord, ServiceRecord


@dataclass(frozen=True, slots=True)
class WholePlace:
    """One place of a service, and the service."""

    place: PlaceRecord
    service: ServiceRecord


def whole_places(viewer: Viewer, *, place_ids: Sequence[UUID]) -> list[WholePlace]:
    """These services at their locations, in the order asked for; one that is not there is left out."""
    links = {row.id: row for row in services_at(viewer).filter(pk__in=place_ids)}
    held = services(viewer, May.READ).filter(
        may_leave(viewer), pk__in={row.service_id for row in links.values()}
    )
    rows = {row.id: row for row in held}
    listings = WholeListings(viewer, services=list(rows.values()))
    shown = [links[one] for one in place_ids if one in links and links[one].service_id in rows]
    return [WholePlace(listings.place(link), listings.service(rows[link.service_id])) for link in shown]
