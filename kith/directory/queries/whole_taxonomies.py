"""Taxonomies as the standard's own records."""

from collections.abc import Sequence
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.taxonomy import leaving_taxonomies
from kith.directory.reading.terms import taxonomy_record
from kith.directory.records import TaxonomyRecord


def whole_taxonomies(viewer: Viewer, *, taxonomy_ids: Sequence[UUID]) -> list[TaxonomyRecord]:
    """These taxonomies in the order asked for, but for those kept here. One statement."""
    found = leaving_taxonomies(viewer).filter(pk__in=taxonomy_ids)
    rows = {row.id: row for row in found}
    return [taxonomy_record(rows[one]) for one in taxonomy_ids if one in rows]
