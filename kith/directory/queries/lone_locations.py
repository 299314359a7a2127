"""Places at which no service is given and which no organisation's record names."""

from kith.core.viewer import Viewer
from kith.directory.policies.place import locations, services_at
from kith.directory.reading.published import may_leave
from kith.directory.reading.whole import WholeListings
from kith.directory.records import LocationRecord


def lone_locations(viewer: Viewer) -> list[LocationRecord]:
    """Those of them that may leave, in the order of ids."""
    at_services = services_at(viewer).values("location_id")
    rows = locations(viewer).filter(may_leave(viewer), is_listed=False).exclude(pk__in=at_services)
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    listings = WholeListings(viewer, services=[], location_ids=ids)
    return [listings.location(one) for one in ids]
