"""The terms that may leave."""

from uuid import UUID

from django.db.models import Q

from kith.core.viewer import Viewer
from kith.directory.policies.taxonomy import leaving_terms
from kith.directory.reading.published import id_page
from kith.directory.terms import TermDepth
from kith.directory.views_of import IdPage


def published_terms(
    viewer: Viewer,
    *,
    search: str,
    taxonomy_id: UUID | None,
    parent_id: UUID | None,
    depth: TermDepth,
    page: int,
    per_page: int,
) -> IdPage:
    """One page of their ids, in the order of ids. Two statements."""
    rows = leaving_terms(viewer).filter(name__icontains=search.strip())
    asked = Q(taxonomy_id=taxonomy_id) if taxonomy_id else Q()
    asked &= Q(parent_id=parent_id) if parent_id else Q()
    asked &= Q(parent_id__isnull=True) if depth is TermDepth.TOP else Q()
    return id_page(rows.filter(asked), page=page, per_page=per_page)
