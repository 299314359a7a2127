"""A calm page for whatever went wrong: what it was, that nothing was lost, what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.log import log_response
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.core.errors import KithError
from kith.exchange.hsds.api.answers import is_for_programs, open_to_all, said
from kith.post.errors import OtherDevice

HEADINGS = {
    400: _("We could not read that"),
    403: _("This is not for your role"),
    404: _("This page is not here"),
    405: _("This page cannot do that"),
    409: _("This has moved on"),
    410: _("This link has run out"),
    413: _("This is too large"),
    422: _("Something needs mending"),
    429: _("Please wait a little"),
    503: _("Please try again soon"),
}

HEADINGS_OF_CODES = {OtherDevice.code: _("Opened on another phone or computer")}


class Unreadable(KithError):
    """Bytes that no form or link of ours would send."""

    code = "unreadable"
    sentence = _("What was sent cannot be read. Nothing was changed. Please go back and try again.")


class WrongMethod(KithError):
    """A page that only takes a form was opened as a link, or the other way round."""

    status = 405
    code = "wrong-method"
    sentence = _("This address only works with the button that leads to it. Nothing was changed.")


def calm_page(request: HttpRequest, error: KithError) -> HttpResponse:
    """The page that says `error`, with its status; a program is told in JSON.

    Its address is not logged: it may hold a link's token.
    """
    if is_for_programs(request):
        return open_to_all(said(error))
    context = {
        "heading": heading_of(error),
        "sentence": error.sentence,
        "code": error.code,
    }
    response = render(request, "errors/calm.html", context, status=error.status)
    add_never_cache_headers(response)
    if error.status in {429, 503}:
        response["Retry-After"] = "60"
    log_response("%s", error.code, response=response, request=request, level="debug")
    return response


def heading_of(error: KithError) -> str:
    """What happened, in a few words; else what its status means."""
    known = HEADINGS_OF_CODES.get(error.code) or HEADINGS.get(error.status)
    return str(known or gettext("This could not be done"))
