"""The search index is kept by itself."""

from kith.core.schedule import every
from kith.core.viewer import Viewer
from kith.directory.actions.keep_search_generation import keep_search_generation
from kith.directory.actions.refresh_search_records import refresh_search_records

HOUR = 3600


@every(seconds=15)
def keep_a_good_generation(viewer: Viewer) -> None:
    """Looks at three numbers, and builds where they say so: after an upgrade, many changes, or a day."""
    keep_search_generation(viewer)


@every(seconds=HOUR)
def tell_the_search_what_time_changed(viewer: Viewer) -> None:
    """Places that nobody confirmed for 30 days, and hours of another season."""
    refresh_search_records(viewer)
