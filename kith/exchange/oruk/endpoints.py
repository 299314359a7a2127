"""The lists and records of `/oruk/`: the same questions as at `/hsds/`, answered in the profile's shape."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.exchange.hsds.api.answers import for_programs
from kith.exchange.hsds.api.organization_lists import list_organizations, one_organization
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.place_lists import list_places, one_place
from kith.exchange.hsds.api.service_lists import list_services, one_service
from kith.exchange.hsds.api.taxonomy_lists import (
    list_taxonomies,
    list_terms,
    one_taxonomy,
    one_term,
    terms_of,
)
from kith.exchange.hsds.to_body import Body
from kith.exchange.oruk.to_oruk import to_oruk


@for_programs("POST")
def oruk_services(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The services, a page at a time, or all of them one a line."""
    return list_services(request, ask, to_oruk)


@for_programs()
def oruk_service(request: HttpRequest, _ask: Asked, oruk_id: UUID) -> HttpResponseBase:
    """One service, nested whole."""
    return one_service(request, oruk_id, to_oruk)


@for_programs("POST")
def oruk_places(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """Services at locations, a page at a time, or all of them one a line."""
    return list_places(request, ask, to_oruk)


@for_programs()
def oruk_place(request: HttpRequest, _ask: Asked, oruk_id: UUID) -> HttpResponseBase:
    """One service at one location, nested whole."""
    return one_place(request, oruk_id, to_oruk)


@for_programs("POST")
def oruk_organizations(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The organisations: the profile has records of them, and no address for these."""
    return list_organizations(request, ask, to_oruk)


@for_programs()
def oruk_organization(request: HttpRequest, ask: Asked, oruk_id: UUID) -> HttpResponseBase:
    """One organisation; with its services where that is asked for."""
    return one_organization(request, ask, oruk_id, to_oruk)


@for_programs("POST")
def oruk_taxonomies(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The taxonomies whose terms may leave."""
    return list_taxonomies(request, ask, to_oruk)


@for_programs()
def oruk_taxonomy(request: HttpRequest, _ask: Asked, oruk_id: UUID) -> HttpResponseBase:
    """One taxonomy, with its terms nested in it."""
    return one_taxonomy(request, oruk_id, _with_terms)


@for_programs("POST")
def oruk_terms(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The terms that may leave."""
    return list_terms(request, ask, to_oruk)


@for_programs()
def oruk_term(request: HttpRequest, _ask: Asked, oruk_id: UUID) -> HttpResponseBase:
    """One term."""
    return one_term(request, oruk_id, to_oruk)


def _with_terms(name: str, body: Body) -> Body:
    terms = terms_of(UUID(str(body["id"])), to_oruk)
    return {**to_oruk(name, body), **({"taxonomy_terms": terms} if terms else {})}
