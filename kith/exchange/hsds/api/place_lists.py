"""Services at locations, as lists and one by one, in any dialect."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.core.errors import NotFound
from kith.directory.queries.next_places import next_places
from kith.directory.queries.published_places import published_places
from kith.directory.queries.whole_places import whole_places
from kith.directory.records import Json
from kith.exchange.hsds.api.answers import answer, envelope, stream
from kith.exchange.hsds.api.dialects import Dialect, brief
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.service_lists import ANYBODY
from kith.exchange.hsds.api.walking import every
from kith.exchange.hsds.api.wanted_of import wanted_of
from kith.exchange.hsds.to_body import to_service_at_location


def list_places(request: HttpRequest, ask: Asked, dialect: Dialect) -> HttpResponseBase:
    """Services at locations, a page at a time, or all of them one a line."""
    wanted, postcode, metres = wanted_of(ask), ask.text("postcode"), ask.metres("proximity")
    is_full, per_page = ask.flag("full"), ask.per_page

    def next_ids(after: UUID | None, most: int) -> list[UUID]:
        return next_places(ANYBODY, wanted=wanted, postcode=postcode, metres=metres, after=after, most=most)

    if ask.is_stream:
        return stream(every(next_ids, lambda ids: _whole(ids, dialect)))
    page = published_places(
        ANYBODY, wanted=wanted, postcode=postcode, metres=metres, page=ask.page, per_page=per_page
    )
    contents = _whole(page.ids, dialect) if is_full else _whole(page.ids, _briefly(dialect))
    return answer(request, envelope(contents, total=page.total, ask=ask))


def one_place(request: HttpRequest, place_id: UUID, dialect: Dialect) -> HttpResponseBase:
    """One service at one location, nested whole. Raises NotFound."""
    found = _whole([place_id], dialect)
    if not found:
        raise NotFound
    return answer(request, found[0])


def _whole(ids: Sequence[UUID], dialect: Dialect) -> list[Json]:
    found = whole_places(ANYBODY, place_ids=ids)
    return [dialect("service_at_location", to_service_at_location(one.place, one.service)) for one in found]


def _briefly(dialect: Dialect) -> Dialect:
    return lambda name, body: dialect(name, brief(name, body))
