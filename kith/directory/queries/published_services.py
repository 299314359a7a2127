"""Which services may leave and answer: for the interface that other programs read."""

from kith.core.viewer import Viewer
from kith.directory.reading.published import how_many, ids_on, wanted_services
from kith.directory.views_of import IdPage
from kith.directory.wanted import Wanted


def published_services(viewer: Viewer, *, wanted: Wanted, page: int, per_page: int) -> IdPage:
    """One page of their ids, in the order of ids, so that pages never overlap. Four statements or fewer."""
    ids = ids_on(wanted_services(viewer, wanted), page=page, per_page=per_page)
    return IdPage(how_many(viewer, wanted), ids)
