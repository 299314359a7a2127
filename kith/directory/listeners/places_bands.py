"""Public bands of places follow the exact figures once a day."""

from kith.core.schedule import every
from kith.core.viewer import Viewer
from kith.directory.actions.refresh_places_bands import refresh_places_bands

HOUR = 3600


@every(seconds=HOUR)
def bring_places_bands_up_to_date(viewer: Viewer) -> None:
    """Looks every hour, so that each zone's new day is noticed; a band moves once a day at most."""
    refresh_places_bands(viewer)
