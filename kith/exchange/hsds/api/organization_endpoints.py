"""/organizations."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.core.errors import NotFound
from kith.directory.queries.brief_organizations import brief_organizations
from kith.directory.queries.published_organizations import published_organizations
from kith.directory.queries.services_of_organizations import services_of_organizations
from kith.directory.queries.whole_organizations import whole_organizations
from kith.directory.queries.whole_services import whole_services
from kith.directory.records import Json
from kith.directory.views_of import Wanted
from kith.exchange.hsds.api.answers import answer, envelope, for_programs, stream
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.service_endpoints import ANYBODY, AT_ONCE
from kith.exchange.hsds.to_body import Body, to_body


@for_programs("POST")
def hsds_organizations(request: HttpRequest, ask: Asked) -> HttpResponseBase:
    """The organisations, a page at a time, or all of them one a line."""
    wanted = Wanted(
        search=ask.text("search"),
        taxonomy_term_id=ask.id("taxonomy_term_id"),
        taxonomy_id=ask.id("taxonomy_id"),
    )
    is_full, has_services = ask.flag("full"), ask.flag("full_service")
    if ask.is_stream:
        return stream(_every_organization(wanted))
    page = published_organizations(ANYBODY, wanted=wanted, page=ask.page, per_page=ask.per_page)
    find = whole_organizations if is_full or has_services else brief_organizations
    contents = [to_body("organization", one) for one in find(ANYBODY, organization_ids=page.ids)]
    nested: list[Json] = [*(_with_services(contents, page.ids) if has_services else contents)]
    return answer(request, envelope(nested, total=page.total, ask=ask))


@for_programs()
def hsds_organization(request: HttpRequest, ask: Asked, hsds_id: UUID) -> HttpResponseBase:
    """One organisation, nested whole; with its services where that is asked for."""
    contents = [
        to_body("organization", one) for one in whole_organizations(ANYBODY, organization_ids=[hsds_id])
    ]
    if not contents:
        raise NotFound
    has_services = ask.flag("full_service")
    return answer(request, _with_services(contents, [hsds_id])[0] if has_services else contents[0])


def _with_services(contents: list[Body], ids: Sequence[UUID]) -> list[Body]:
    """Each organisation with its services nested in it, and not nested in them again."""
    held = services_of_organizations(ANYBODY, organization_ids=ids)
    found = whole_services(ANYBODY, service_ids=[one for group in held.values() for one in group])
    bodies = {one.key: to_body("service", one) for one in found}
    for body in bodies.values():
        body.pop("organization", None)
    return [
        {**body, "services": [bodies[str(one)] for one in held[UUID(str(body["id"]))]]} for body in contents
    ]


def _every_organization(wanted: Wanted) -> Iterator[Json]:
    number = 1
    while ids := published_organizations(ANYBODY, wanted=wanted, page=number, per_page=AT_ONCE).ids:
        for one in whole_organizations(ANYBODY, organization_ids=ids):
            yield to_body("organization", one)
        number += 1
