"""Which services are given where, of those that may leave: for the interface that other programs read."""

from kith.core.viewer import Viewer
from kith.directory.reading.published import id_page
from kith.directory.reading.wanted_places import wanted_places
from kith.directory.views_of import IdPage
from kith.directory.wanted import Wanted


def published_places(
    viewer: Viewer, *, wanted: Wanted, postcode: str, metres: float | None, page: int, per_page: int
) -> IdPage:
    """One page of the ids of services at locations, in the order of ids.

    `postcode` keeps places in it, or within `metres` of its middle, and services that say they are for it.
    """
    rows = wanted_places(viewer, wanted, postcode=postcode, metres=metres)
    return id_page(rows, page=page, per_page=per_page)
