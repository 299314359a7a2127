"""The ids of seeded taxonomies and terms: the same on every site."""

from uuid import UUID, uuid5

OWN_TAXONOMY = UUID("6d2cb1a2-6c39-5b3a-9a66-6f0e5d7b2f00")
"""Kith's own: about a service."""
SDOH_CATEGORIES = UUID("6d2cb1a2-6c39-5b3a-9a66-6f0e5d7b2f03")
"""Social needs as health records name them (Gravity)."""


PLACE_GROUPS = frozenset({"unit", "population"})
"""Groups of it that are about places left, not about a service as a whole."""


def term_id(taxonomy_id: UUID, code: str) -> UUID:
    """The id of a term, from its taxonomy and its code."""
    return uuid5(taxonomy_id, code)


def own_term_id(code: str) -> UUID:
    """The id of a term of Kith's own taxonomy."""
    return term_id(OWN_TAXONOMY, code)
