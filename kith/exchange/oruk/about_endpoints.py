"""`/oruk/` itself, and its description."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.core.errors import NotFound
from kith.exchange.hsds.api.answers import answer, for_programs
from kith.exchange.hsds.api.openapi import openapi
from kith.exchange.hsds.api.parameters import LONGEST, Asked
from kith.exchange.oruk.interface import oruk_interface
from kith.exchange.oruk.profile import PROFILE, VERSION


@for_programs()
def oruk_about(request: HttpRequest, _ask: Asked) -> HttpResponseBase:
    """Which version of the profile this is, and where the interface is described."""
    described = request.build_absolute_uri(reverse("oruk_openapi"))
    return answer(request, {"version": VERSION, "profile": PROFILE, "openapi_url": described})


@for_programs()
def oruk_openapi(request: HttpRequest, _ask: Asked) -> HttpResponseBase:
    """Every address with its parameters and answers, as OpenAPI 3.1."""
    return answer(request, openapi(oruk_interface(), request.build_absolute_uri(reverse("oruk_about"))))


@for_programs("POST")
def oruk_nothing(_request: HttpRequest, _ask: Asked, rest: str) -> HttpResponseBase:
    """Any other address: an error in JSON, as a program expects it."""
    raise NotFound(_("There is nothing at “%(address)s”.") % {"address": rest[:LONGEST]})
