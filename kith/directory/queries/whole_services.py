"""Services as the standard's own records, for those who read them by program."""

from collections.abc import Sequence
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services
from kith.directory.reading.published import may_leave
from kith.directory.reading.whole import WholeListings
from kith.directory.records import ServiceRecord


def whole_services(viewer: Viewer, *, service_ids: Sequence[UUID]) -> list[ServiceRecord]:
    """These services, nested whole as far as the viewer may know them, in the order asked for.

    One that is not there is left out. The number of statements does not grow with the services.
    """
    rows = {row.id: row for row in services(viewer, May.READ).filter(may_leave(viewer), pk__in=service_ids)}
    listings = WholeListings(viewer, services=list(rows.values()))
    return [listings.service(rows[service_id]) for service_id in service_ids if service_id in rows]
