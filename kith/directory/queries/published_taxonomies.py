"""The taxonomies whose terms may leave."""

from kith.core.viewer import Viewer
from kith.directory.policies.taxonomy import leaving_taxonomies
from kith.directory.reading.published import id_page
from kith.directory.views_of import IdPage


def published_taxonomies(viewer: Viewer, *, search: str, page: int, per_page: int) -> IdPage:
    """One page of their ids, in the order of ids. Two statements."""
    rows = leaving_taxonomies(viewer).filter(name__icontains=search.strip())
    return id_page(rows, page=page, per_page=per_page)
