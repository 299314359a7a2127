"""/taxonomies and /taxonomy_terms."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.exchange.hsds.api.answers import for_programs
from kith.exchange.hsds.api.dialects import as_hsds
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.taxonomy_lists import list_taxonomies, list_terms, one_taxonomy, one_term


@for_programs("POST")
def hsds_taxonomies(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The taxonomies whose terms may leave."""
    return list_taxonomies(request, ask, as_hsds)


@for_programs()
def hsds_taxonomy(request: HttpRequest, _ask: Asked, hsds_id: UUID) -> HttpResponseBase:
    """One taxonomy."""
    return one_taxonomy(request, hsds_id, as_hsds)


@for_programs("POST")
def hsds_terms(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The terms that may leave."""
    return list_terms(request, ask, as_hsds)


@for_programs()
def hsds_term(request: HttpRequest, _ask: Asked, hsds_id: UUID) -> HttpResponseBase:
    """One term."""
    return one_term(request, hsds_id, as_hsds)
