"""Public pages travel compressed: on a slow line most of the wait for a page is its bytes."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from kith.config.hiding import opens_something
from kith.web.languages import is_public


class CompressPublicPages(GZipMiddleware):
    """Only pages that hold nobody's facts: how well a page compresses tells a little of what is on it.

    No page to who has signed in, and none that a link in a mail opens. What is left holds one secret, the
    token of its forms, which is masked anew on each page.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The page, compressed where it may be and the browser takes it."""
        return super().process_response(request, response) if _is_for_anybody(request) else response


def _is_for_anybody(request: HttpRequest) -> bool:
    is_known = settings.SESSION_COOKIE_NAME in request.COOKIES
    return not is_known and not opens_something(request.path) and is_public(request)
