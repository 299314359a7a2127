"""Services, as lists and one by one, in any dialect."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.core.errors import NotFound
from kith.core.viewer import Door, Viewer
from kith.directory.queries.brief_services import brief_services
from kith.directory.queries.minimal_services import MinimalService, minimal_services
from kith.directory.queries.next_services import next_services
from kith.directory.queries.published_services import published_services
from kith.directory.queries.whole_services import whole_services
from kith.directory.records import Json
from kith.directory.wanted import Wanted
from kith.exchange.hsds.api.answers import answer, envelope, stream, whole
from kith.exchange.hsds.api.dialects import Dialect
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.walking import NextIds, every
from kith.exchange.hsds.api.wanted_of import wanted_of
from kith.exchange.hsds.to_body import to_body

ANYBODY = Viewer.nobody(Door.PUBLIC)


def list_services(request: HttpRequest, ask: Asked, dialect: Dialect) -> HttpResponseBase:
    """The services, a page at a time, or all of them one a line."""
    wanted, is_full, is_stream = wanted_of(ask), ask.flag("full"), ask.is_stream
    if ask.flag("minimal"):
        lines = map(_minimal, minimal_services(ANYBODY, wanted=wanted))
        return stream(lines) if is_stream else whole(request, list(lines))
    if is_stream:
        return stream(every(_next(wanted), lambda ids: _whole(ids, dialect)))
    page = published_services(ANYBODY, wanted=wanted, page=ask.page, per_page=ask.per_page)
    contents = _whole(page.ids, dialect) if is_full else _brief(page.ids, dialect)
    return answer(request, envelope(contents, total=page.total, ask=ask))


def one_service(request: HttpRequest, service_id: UUID, dialect: Dialect) -> HttpResponseBase:
    """One service, nested whole. Raises NotFound."""
    found = _whole([service_id], dialect)
    if not found:
        raise NotFound
    return answer(request, found[0])


def _next(wanted: Wanted) -> NextIds:
    return lambda after, most: next_services(ANYBODY, wanted=wanted, after=after, most=most)


def _whole(ids: Sequence[UUID], dialect: Dialect) -> list[Json]:
    found = whole_services(ANYBODY, service_ids=ids)
    return [dialect("service", to_body("service", one)) for one in found]


def _brief(ids: Sequence[UUID], dialect: Dialect) -> list[Json]:
    found = brief_services(ANYBODY, service_ids=ids)
    return [dialect("service", to_body("service", one)) for one in found]


def _minimal(one: MinimalService) -> Json:
    return {"id": str(one.id), "last_modified": one.changed_at.isoformat()}
