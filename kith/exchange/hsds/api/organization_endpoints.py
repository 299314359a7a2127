"""/organizations."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.exchange.hsds.api.answers import for_programs
from kith.exchange.hsds.api.dialects import as_hsds
from kith.exchange.hsds.api.organization_lists import list_organizations, one_organization
from kith.exchange.hsds.api.parameters import Asked


@for_programs("POST")
def hsds_organizations(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The organisations, a page at a time, or all of them one a line."""
    return list_organizations(request, ask, as_hsds)


@for_programs()
def hsds_organization(request: HttpRequest, ask: Asked, hsds_id: UUID) -> HttpResponseBase:
    """One organisation, nested whole; with its services where that is asked for."""
    return one_organization(request, ask, hsds_id, as_hsds)
