"""Terms, taxonomies and units as records again."""

from collections.abc import Collection
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.models import Taxonomy, TaxonomyTerm, Unit
from kith.directory.policies.taxonomy import leaving_terms, taxonomies, units
from kith.directory.records import TaxonomyRecord, TermRecord, UnitRecord


class TermBook:
    """The terms with these ids, but for those of taxonomies kept here, and the units with those ids."""

    def __init__(self, viewer: Viewer, term_ids: Collection[UUID], unit_ids: Collection[UUID]) -> None:
        found = list(leaving_terms(viewer).filter(pk__in=term_ids)) if term_ids else []
        holders = {row.taxonomy_id for row in found if row.taxonomy_id}
        lists = {row.id: row for row in taxonomies(viewer).filter(pk__in=holders)} if holders else {}
        self._terms = {
            row.id: term_record(row, lists.get(row.taxonomy_id) if row.taxonomy_id else None) for row in found
        }
        held = units(viewer).filter(pk__in=unit_ids) if unit_ids else []
        self._units = {row.id: unit_record(row) for row in held}

    def term(self, term_id: UUID | None) -> TermRecord | None:
        """The term, with its taxonomy."""
        return self._terms.get(term_id) if term_id else None

    def unit(self, unit_id: UUID) -> UnitRecord:
        """The unit of a capacity."""
        return self._units[unit_id]


def term_record(row: TaxonomyTerm, taxonomy: Taxonomy | None) -> TermRecord:
    """A term as a record; its key is the id under which it is published."""
    return TermRecord(
        key=str(row.id),
        digest="",
        name=row.name,
        description=row.description,
        code=row.code,
        term_uri=row.term_uri,
        parent_key=str(row.parent_id) if row.parent_id else "",
        taxonomy_name=row.taxonomy_name,
        language=row.language,
        taxonomy=taxonomy_record(taxonomy) if taxonomy else None,
    )


def taxonomy_record(row: Taxonomy) -> TaxonomyRecord:
    """A taxonomy as a record."""
    return TaxonomyRecord(
        key=str(row.id),
        digest="",
        name=row.name,
        description=row.description,
        uri=row.uri,
        version=row.version,
    )


def unit_record(row: Unit) -> UnitRecord:
    """A unit as a record."""
    return UnitRecord(
        key=str(row.id), digest="", name=row.name, scheme=row.scheme, identifier=row.identifier, uri=row.uri
    )
