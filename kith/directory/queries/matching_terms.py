"""The terms of other taxonomies that a term leads to."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from kith.core.viewer import Viewer
from kith.directory.models import TaxonomyTerm
from kith.directory.policies.taxonomy import matches, terms
from kith.directory.terms import TermRelation


@dataclass(frozen=True, slots=True)
class MatchingTerm:
    """A term of another taxonomy, and what it is to the term asked about."""

    relation: TermRelation
    id: UUID
    taxonomy: str
    code: str
    name: str


def matching_terms(viewer: Viewer, *, term_id: UUID) -> list[MatchingTerm]:
    """Both ways of every crosswalk, by taxonomy and code; a replaced term answers for its successor.

    At most three statements; an unknown term has none.
    """
    term = terms(viewer).filter(pk=term_id).first()
    if term is None:
        return []
    asked = term.replaced_by_id or term.id
    steps = matches(viewer).filter(Q(term_id=asked) | Q(other_id=asked)).select_related("term", "other")
    found = [
        _line(step.other, TermRelation(step.relation))
        if step.term_id == asked
        else _line(step.term, TermRelation(step.relation).inverse)
        for step in steps
    ]
    return sorted(found, key=lambda one: (one.taxonomy, one.code, one.id))


def _line(term: TaxonomyTerm, relation: TermRelation) -> MatchingTerm:
    return MatchingTerm(relation, term.id, term.taxonomy_name, term.code, term.name)
