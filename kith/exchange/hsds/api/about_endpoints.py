"""/ and the description of the interface."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.core.errors import NotFound
from kith.core.queries.site_profile import site_profile
from kith.directory.queries.brief_organizations import brief_organizations
from kith.directory.records import Json
from kith.exchange.hsds.api.answers import answer, for_programs
from kith.exchange.hsds.api.openapi import hsds_interface, openapi
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.profile import openapi_patch, root_patch
from kith.exchange.hsds.api.service_lists import ANYBODY
from kith.exchange.hsds.standard import VERSION
from kith.exchange.hsds.to_body import Body

LONGEST = 100


@for_programs()
def hsds_about(request: HttpRequest, _ask: Asked) -> HttpResponseBase:
    """Which version this is, who publishes it, and where it is described."""
    site = site_profile(ANYBODY)
    body: Body = {
        "version": VERSION,
        "profile": request.build_absolute_uri(reverse("hsds_profile")),
        "openapi_url": request.build_absolute_uri(reverse("hsds_openapi")),
        "description": f"The public directory of help of {site.name}.",
        "publisher": _publisher(site.name),
    }
    return answer(request, body)


@for_programs()
def hsds_openapi(request: HttpRequest, _ask: Asked) -> HttpResponseBase:
    """Every address with its parameters and answers, as OpenAPI 3.1."""
    return answer(request, openapi(hsds_interface(), request.build_absolute_uri(reverse("hsds_about"))))


@for_programs()
def hsds_profile(request: HttpRequest, _ask: Asked) -> HttpResponseBase:
    """How this interface differs from the standard: as merge patches (RFC 7386) to its files."""
    about = reverse("hsds_about")
    patches: Body = {"api_root.json": root_patch(), "openapi.json": openapi_patch()}
    return answer(request, {"based_on": VERSION, "address": about, **patches})


@for_programs("POST")
def hsds_nothing(_request: HttpRequest, _ask: Asked, rest: str) -> HttpResponseBase:
    """Any other address: an error in JSON, as a program expects it."""
    raise NotFound(_("There is nothing at “%(address)s”.") % {"address": rest[:LONGEST]})


def _publisher(site_name: str) -> Json:
    host = site_profile(ANYBODY).host_organization_id
    found = brief_organizations(ANYBODY, organization_ids=[host]) if host else []
    if not found:
        return {"name": site_name}
    named: Body = {"name": found[0].name, "email": found[0].email, "website": found[0].website}
    return {name: value for name, value in named.items() if value}
