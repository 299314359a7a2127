"""Partners are asked by mail whether what people read of them is still right."""

from kith.core.schedule import every
from kith.core.viewer import Viewer
from kith.partnerships.actions.ask_to_confirm_listing import ask_to_confirm_listing
from kith.partnerships.queries.listings_to_ask_about import listings_to_ask_about

HOUR = 3600


@every(seconds=HOUR)
def ask_to_confirm(viewer: Viewer) -> None:
    """Looks every hour; a partner is asked once in 30 days at most."""
    for organization_id in listings_to_ask_about(viewer):
        ask_to_confirm_listing(viewer, organization_id=organization_id)
