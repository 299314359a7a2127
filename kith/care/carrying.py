"""Whether a partner carries as many open asks as it said it can (promise 17)."""

from kith.care.policies.referral import open_asks_of
from kith.core.viewer import Viewer
from kith.partnerships.views_of import Route


def is_at_limit(viewer: Viewer, way: Route) -> bool:
    """True where the receiver set a limit and it is reached; one statement where there is a limit."""
    return way.max_open_asks is not None and (
        open_asks_of(viewer, receiver_id=way.receiver_id) >= way.max_open_asks
    )
