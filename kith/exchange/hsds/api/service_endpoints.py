"""/services and /service_at_locations."""

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.core.errors import NotFound
from kith.core.viewer import Door, Viewer
from kith.directory.queries.brief_services import brief_services
from kith.directory.queries.minimal_services import minimal_services
from kith.directory.queries.next_services import next_services
from kith.directory.queries.published_places import published_places
from kith.directory.queries.published_services import published_services
from kith.directory.queries.whole_places import whole_places
from kith.directory.queries.whole_services import whole_services
from kith.directory.records import Json
from kith.directory.views_of import Wanted
from kith.exchange.hsds.api.answers import answer, envelope, for_programs, stream, whole
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.to_body import to_body, to_service_at_location

ANYBODY = Viewer.nobody(Door.PUBLIC)
AT_ONCE = 200


def wanted_of(ask: Asked) -> Wanted:
    """The parameters that services are looked for by."""
    return Wanted(
        search=ask.text("search"),
        taxonomy_term_id=ask.id("taxonomy_term_id"),
        taxonomy_id=ask.id("taxonomy_id"),
        organization_id=ask.id("organization_id"),
        modified_after=ask.moment("modified_after"),
    )


@for_programs("POST")
def hsds_services(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The services, a page at a time, or all of them one a line."""
    wanted, is_full = wanted_of(ask), ask.flag("full")
    if ask.flag("minimal"):
        lines = minimal_services(ANYBODY, wanted=wanted)
        return whole(
            request, [{"id": str(one.id), "last_modified": one.changed_at.isoformat()} for one in lines]
        )
    if ask.is_stream:
        return stream(_every_service(wanted))
    page = published_services(ANYBODY, wanted=wanted, page=ask.page, per_page=ask.per_page)
    find = whole_services if is_full else brief_services
    contents: list[Json] = [to_body("service", one) for one in find(ANYBODY, service_ids=page.ids)]
    return answer(request, envelope(contents, total=page.total, ask=ask))


@for_programs()
def hsds_service(request: HttpRequest, _ask: Asked, hsds_id: UUID) -> HttpResponseBase:
    """One service, nested whole."""
    found = whole_services(ANYBODY, service_ids=[hsds_id])
    if not found:
        raise NotFound
    return answer(request, to_body("service", found[0]))


@for_programs("POST")
def hsds_places(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """Services at locations, a page at a time."""
    metres = ask.metres("proximity")
    wanted, postcode = wanted_of(ask), ask.text("postcode")
    per_page = ask.per_page
    if ask.is_stream:
        return stream(_every_place(wanted, postcode, metres))
    page = published_places(
        ANYBODY, wanted=wanted, postcode=postcode, metres=metres, page=ask.page, per_page=per_page
    )
    contents = _places(page.ids)
    return answer(request, envelope(contents, total=page.total, ask=ask))


@for_programs()
def hsds_place(request: HttpRequest, _ask: Asked, hsds_id: UUID) -> HttpResponseBase:
    """One service at one location, nested whole."""
    found = _places([hsds_id])
    if not found:
        raise NotFound
    return answer(request, found[0])


def _places(ids: list[UUID]) -> list[Json]:
    return [to_service_at_location(one.place, one.service) for one in whole_places(ANYBODY, place_ids=ids)]


def _every_service(wanted: Wanted) -> Iterator[Json]:
    after: UUID | None = None
    while ids := next_services(ANYBODY, wanted=wanted, after=after, most=AT_ONCE):
        yield from (to_body("service", one) for one in whole_services(ANYBODY, service_ids=ids))
        after = ids[-1]


def _every_place(wanted: Wanted, postcode: str, metres: float | None) -> Iterator[Json]:
    number = 1
    while ids := published_places(
        ANYBODY, wanted=wanted, postcode=postcode, metres=metres, page=number, per_page=AT_ONCE
    ).ids:
        yield from _places(ids)
        number += 1
