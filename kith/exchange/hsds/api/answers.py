"""How the interface answers: JSON, one record a line, and errors in JSON too."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.csrf import csrf_exempt

from kith.core.errors import KithError
from kith.directory.records import Json
from kith.exchange.hsds.api.parameters import Asked, BadParameter
from kith.exchange.hsds.api.sent import asked

Parts = ParamSpec("Parts")
ResponseT = TypeVar("ResponseT", bound=HttpResponseBase)
Page = Callable[Concatenate[HttpRequest, Asked, Parts], HttpResponseBase]
Served = Callable[Concatenate[HttpRequest, Parts], HttpResponseBase]
FRESH_SECONDS = 60
METHODS = ("GET", "HEAD", "OPTIONS")
DOORS = ("/hsds/", "/oruk/")


class WrongMethod(BadParameter):
    """The address is there, but not for this method."""

    status = 405
    code = "wrong-method"


def for_programs(*more_methods: str) -> Callable[[Page[Parts]], Served[Parts]]:
    """A page of the interface: open to everybody, errors in JSON.

    A list also takes POST, so that what is looked for stands in no address and no log.
    """
    methods = (*METHODS, *more_methods)

    def around(page: Page[Parts]) -> Served[Parts]:
        @csrf_exempt
        @wraps(page)
        def answered(request: HttpRequest, /, *args: Parts.args, **parts: Parts.kwargs) -> HttpResponseBase:
            try:
                if request.method not in methods:
                    return said_wrong_method(methods)
                return open_to_all(page(request, asked(request), *args, **parts))
            except KithError as error:
                return open_to_all(said(error))

        return answered

    return around


def is_for_programs(request: HttpRequest) -> bool:
    """True at the addresses that programs read: there a mistake, too, is said in JSON."""
    return request.path_info.startswith(DOORS)


def answer(request: HttpRequest, body: Json) -> HttpResponseBase:
    """The body with a tag of its content; one that the asker has already is not sent again."""
    return sent(request, json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode())


def sent(request: HttpRequest, content: bytes) -> HttpResponseBase:
    """The written body, with its tag."""
    response = HttpResponse(content, content_type="application/json")
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
        return response
    response["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def stream(bodies: Iterable[Json]) -> StreamingHttpResponse:
    """One record a line, written as they are read."""
    response = StreamingHttpResponse(_lines(bodies), content_type="application/x-ndjson")
    response["Cache-Control"] = "no-store"
    return response


def envelope(contents: list[Json], *, total: int, ask: Asked) -> Json:
    """One page, as the standard wraps it."""
    pages = -(-total // ask.per_page)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": ask.page,
        "size": len(contents),
        "first_page": ask.page == 1,
        "last_page": ask.page >= pages,
        "empty": not contents,
        "contents": contents,
    }


def whole(request: HttpRequest, contents: list[Json]) -> HttpResponseBase:
    """Everything on one page."""
    pages = 1 if contents else 0
    return answer(
        request,
        {
            "total_items": len(contents),
            "total_pages": pages,
            "page_number": 1,
            "size": len(contents),
            "first_page": True,
            "last_page": True,
            "empty": not contents,
            "contents": contents,
        },
    )


def said(error: KithError) -> HttpResponse:
    """The error's code and sentence."""
    response = JsonResponse({"code": error.code, "message": str(error.sentence)}, status=error.status)
    response["Cache-Control"] = "no-store"
    return response


def said_wrong_method(methods: Iterable[str]) -> HttpResponse:
    """The methods that there are."""
    response = said(WrongMethod())
    response["Allow"] = ", ".join(methods)
    return response


def open_to_all(response: ResponseT) -> ResponseT:
    """Any page of any site may read it: nothing here depends on who is signed in."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _lines(bodies: Iterable[Json]) -> Iterator[bytes]:
    for body in bodies:
        yield json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
