"""Organisations, as lists and one by one, in any dialect."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.core.errors import NotFound
from kith.directory.queries.brief_organizations import brief_organizations
from kith.directory.queries.next_organizations import next_organizations
from kith.directory.queries.published_organizations import published_organizations
from kith.directory.queries.services_of_organizations import services_of_organizations
from kith.directory.queries.whole_organizations import whole_organizations
from kith.directory.queries.whole_services import whole_services
from kith.directory.records import Json
from kith.directory.wanted import Wanted
from kith.exchange.hsds.api.answers import answer, envelope, stream
from kith.exchange.hsds.api.dialects import Dialect
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.service_lists import ANYBODY
from kith.exchange.hsds.api.walking import Bodies, every
from kith.exchange.hsds.to_body import Body, to_body


def list_organizations(request: HttpRequest, ask: Asked, dialect: Dialect) -> HttpResponseBase:
    """The organisations, a page at a time, or all of them one a line."""
    wanted = Wanted(
        search=ask.text("search"),
        taxonomy_term_id=ask.id("taxonomy_term_id"),
        taxonomy_id=ask.id("taxonomy_id"),
    )
    bodies = _bodies(ask, dialect)

    def next_ids(after: UUID | None, most: int) -> list[UUID]:
        return next_organizations(ANYBODY, wanted=wanted, after=after, most=most)

    if ask.is_stream:
        return stream(every(next_ids, _whole_bodies(ask, dialect)))
    page = published_organizations(ANYBODY, wanted=wanted, page=ask.page, per_page=ask.per_page)
    return answer(request, envelope(bodies(page.ids), total=page.total, ask=ask))


def one_organization(
    request: HttpRequest, ask: Asked, organization_id: UUID, dialect: Dialect
) -> HttpResponseBase:
    """One organisation, nested whole; with its services where that is asked for. Raises NotFound."""
    found = _whole_bodies(ask, dialect)([organization_id])
    if not found:
        raise NotFound
    return answer(request, found[0])


def _bodies(ask: Asked, dialect: Dialect) -> Bodies:
    is_full, has_services = ask.flag("full"), ask.flag("full_service")
    return _whole_bodies(ask, dialect) if is_full or has_services else _brief(dialect)


def _whole_bodies(ask: Asked, dialect: Dialect) -> Bodies:
    return _with_services(dialect) if ask.flag("full_service") else _whole(dialect)


def _whole(dialect: Dialect) -> Bodies:
    def bodies(ids: Sequence[UUID]) -> list[Json]:
        return [dialect("organization", body) for body in _organizations(ids)]

    return bodies


def _brief(dialect: Dialect) -> Bodies:
    def bodies(ids: Sequence[UUID]) -> list[Json]:
        found = brief_organizations(ANYBODY, organization_ids=ids)
        return [dialect("organization", to_body("organization", one)) for one in found]

    return bodies


def _with_services(dialect: Dialect) -> Bodies:
    """Each organisation with its services nested in it, and not nested in them again."""

    def bodies(ids: Sequence[UUID]) -> list[Json]:
        held = services_of_organizations(ANYBODY, organization_ids=ids)
        found = whole_services(ANYBODY, service_ids=[one for group in held.values() for one in group])
        services = {UUID(one.key): _alone(to_body("service", one)) for one in found}
        return [
            {
                **dialect("organization", body),
                "services": [
                    dialect("service", services[one])
                    for one in held[UUID(str(body["id"]))]
                    if one in services
                ],
            }
            for body in _organizations(ids)
        ]

    return bodies


def _organizations(ids: Sequence[UUID]) -> list[Body]:
    return [to_body("organization", one) for one in whole_organizations(ANYBODY, organization_ids=ids)]


def _alone(service: Body) -> Body:
    return {name: value for name, value in service.items() if name != "organization"}
