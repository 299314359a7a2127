"""Pages that were made already, as long as nothing in the whole database has changed since.

Who may see what is decided in the statements that make a page. A page is given again only while these
statements would see the very same rows: any change at all, of a licence or a confidential place too, by this
process or another, ends that. Kept in memory, and no longer than we allow other caches to keep it.
"""

import time
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from kith.core.queries.nothing_changed_since import nothing_changed_since
from kith.core.viewer import Door, Viewer
from kith.exchange.hsds.api.answers import FRESH_SECONDS, sent
from kith.exchange.hsds.api.parameters import Asked

ANYBODY = Viewer.nobody(Door.PUBLIC)
MOST_PAGES = 500
LARGEST = 100_000
ListPage = Callable[[HttpRequest, Asked], HttpResponseBase]
KEPT: dict[str, tuple[float, bytes]] = {}
"""By address: when its reading began, and the page. Each thread looks for itself whether it still holds."""


def kept_while_nothing_changes(page: ListPage) -> ListPage:
    """Give a page of a list again while nothing has changed."""

    @wraps(page)
    def answered(request: HttpRequest, ask: Asked) -> HttpResponseBase:
        since = nothing_changed_since(ANYBODY) if request.method == "GET" else None
        if since is None:
            return page(request, ask)
        begun, address = time.monotonic(), request.get_full_path()
        made_at, content = KEPT.get(address, (0.0, b""))
        if content and made_at >= max(since, begun - FRESH_SECONDS):
            return sent(request, content)
        response = page(request, ask)
        if isinstance(response, HttpResponse) and response.status_code == HTTPStatus.OK:
            _keep(address, begun, response.getvalue())
        return response

    return answered


def _keep(address: str, begun: float, content: bytes) -> None:
    """Keep the page; where there are too many, the one made first goes."""
    if len(content) > LARGEST:
        return
    KEPT.pop(address, None)
    KEPT[address] = (begun, content)
    for oldest in list(KEPT)[:-MOST_PAGES]:
        KEPT.pop(oldest, None)
