"""/services and /service_at_locations."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.exchange.hsds.api.answers import for_programs
from kith.exchange.hsds.api.dialects import as_hsds
from kith.exchange.hsds.api.kept_pages import kept_while_nothing_changes
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.place_lists import list_places, one_place
from kith.exchange.hsds.api.service_lists import list_services, one_service


@for_programs("POST")
@kept_while_nothing_changes
def hsds_services(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The services, a page at a time, or all of them one a line."""
    return list_services(request, ask, as_hsds)


@for_programs()
def hsds_service(request: HttpRequest, _ask: Asked, hsds_id: UUID) -> HttpResponseBase:
    """One service, nested whole."""
    return one_service(request, hsds_id, as_hsds)


@for_programs("POST")
def hsds_places(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """Services at locations, a page at a time, or all of them one a line."""
    return list_places(request, ask, as_hsds)


@for_programs()
def hsds_place(request: HttpRequest, _ask: Asked, hsds_id: UUID) -> HttpResponseBase:
    """One service at one location, nested whole."""
    return one_place(request, hsds_id, as_hsds)
