"""Taxonomies and terms, as lists and one by one, in any dialect."""

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kith.core.errors import NotFound
from kith.directory.queries.published_taxonomies import published_taxonomies
from kith.directory.queries.published_terms import published_terms
from kith.directory.queries.whole_taxonomies import whole_taxonomies
from kith.directory.queries.whole_terms import whole_terms
from kith.directory.records import Json
from kith.directory.terms import TermDepth
from kith.directory.views_of import IdPage
from kith.exchange.hsds.api.answers import answer, envelope, stream
from kith.exchange.hsds.api.dialects import Dialect
from kith.exchange.hsds.api.parameters import Asked
from kith.exchange.hsds.api.service_lists import ANYBODY
from kith.exchange.hsds.api.walking import AT_ONCE, Bodies
from kith.exchange.hsds.to_body import Body, to_body

Pages = Callable[[int, int], IdPage]


def list_taxonomies(request: HttpRequest, ask: Asked, dialect: Dialect) -> HttpResponseBase:
    """The taxonomies whose terms may leave."""
    search = ask.text("search")

    def pages(page: int, per_page: int) -> IdPage:
        return published_taxonomies(ANYBODY, search=search, page=page, per_page=per_page)

    return _list(request, ask, pages, lambda ids: [*_taxonomies(ids, dialect)])


def one_taxonomy(request: HttpRequest, taxonomy_id: UUID, dialect: Dialect) -> HttpResponseBase:
    """One taxonomy. Raises NotFound."""
    return _one(request, _taxonomies([taxonomy_id], dialect))


def list_terms(request: HttpRequest, ask: Asked, dialect: Dialect) -> HttpResponseBase:
    """The terms that may leave."""
    search, taxonomy_id, parent_id = ask.text("search"), ask.id("taxonomy_id"), ask.id("parent_id")
    depth = TermDepth.TOP if ask.flag("top_only") else TermDepth.ALL

    def pages(page: int, per_page: int) -> IdPage:
        return published_terms(
            ANYBODY,
            search=search,
            taxonomy_id=taxonomy_id,
            parent_id=parent_id,
            depth=depth,
            page=page,
            per_page=per_page,
        )

    return _list(request, ask, pages, lambda ids: [*_terms(ids, dialect)])


def one_term(request: HttpRequest, term_id: UUID, dialect: Dialect) -> HttpResponseBase:
    """One term. Raises NotFound."""
    return _one(request, _terms([term_id], dialect))


def terms_of(taxonomy_id: UUID, dialect: Dialect) -> list[Json]:
    """Every term of one taxonomy that may leave."""

    def pages(page: int, per_page: int) -> IdPage:
        return published_terms(
            ANYBODY,
            search="",
            taxonomy_id=taxonomy_id,
            parent_id=None,
            depth=TermDepth.ALL,
            page=page,
            per_page=per_page,
        )

    return list(_every(pages, lambda ids: [*_terms(ids, dialect)]))


def _list(request: HttpRequest, ask: Asked, pages: Pages, bodies: Bodies) -> HttpResponseBase:
    if ask.is_stream:
        return stream(_every(pages, bodies))
    page = pages(ask.page, ask.per_page)
    return answer(request, envelope(bodies(page.ids), total=page.total, ask=ask))


def _one(request: HttpRequest, found: list[Body]) -> HttpResponseBase:
    if not found:
        raise NotFound
    return answer(request, found[0])


def _every(pages: Pages, bodies: Bodies) -> Iterator[Json]:
    number = 1
    while ids := pages(number, AT_ONCE).ids:
        yield from bodies(ids)
        number += 1


def _taxonomies(ids: Sequence[UUID], dialect: Dialect) -> list[Body]:
    found = whole_taxonomies(ANYBODY, taxonomy_ids=ids)
    return [dialect("taxonomy", to_body("taxonomy", one)) for one in found]


def _terms(ids: Sequence[UUID], dialect: Dialect) -> list[Body]:
    found = whole_terms(ANYBODY, term_ids=ids)
    return [dialect("taxonomy_term", to_body("taxonomy_term", one)) for one in found]
