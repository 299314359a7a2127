"""Which organisations may leave and answer: for the interface that other programs read."""

from dataclasses import replace

from kith.core.viewer import Viewer
from kith.directory.folding import words_of
from kith.directory.policies.organization import May, organizations
from kith.directory.reading.published import id_page, may_leave, wanted_services
from kith.directory.views_of import IdPage, Wanted


def published_organizations(viewer: Viewer, *, wanted: Wanted, page: int, per_page: int) -> IdPage:
    """One page of their ids, in the order of ids. Terms are asked of their services, words of their names.

    Three statements or four.
    """
    rows = organizations(viewer, May.READ).filter(may_leave(viewer))
    if wanted.taxonomy_id or wanted.taxonomy_term_id:
        of_services = replace(wanted, search="")
        rows = rows.filter(pk__in=wanted_services(viewer, of_services).values("organization_id"))
    for word in words_of(wanted.search):
        rows = rows.filter(name__icontains=word)
    return id_page(rows, page=page, per_page=per_page)
