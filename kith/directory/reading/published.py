"""What may leave by an interface or an export, found by the standard's own parameters."""

from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, Model, Q, QuerySet

from kith.core.viewer import Viewer
from kith.directory.folding import words_of
from kith.directory.live_index import index_now
from kith.directory.models import Attribute, Organization, Service
from kith.directory.policies.organization import May as MayOrganization
from kith.directory.policies.organization import organizations
from kith.directory.policies.place import details
from kith.directory.policies.service import May, services
from kith.directory.policies.source import sources
from kith.directory.policies.taxonomy import leaving_terms
from kith.directory.reading.engine_questions import parts_of
from kith.directory.reading.narrowed import narrowed_further
from kith.directory.search_words import question_of
from kith.directory.views_of import IdPage
from kith.directory.wanted import Wanted
from kith.matching.questions import Order, Search

RowT = TypeVar("RowT", bound=Model)
MOST_FOUND = 1_000_000


def may_leave(viewer: Viewer) -> Q:
    """Listings made here, and those of sources whose licence says that they may be passed on.

    Where every source has a licence, and this statement sees that itself, no row is looked up to be asked.
    """
    licensed = sources(viewer).exclude(licence="").values("pk")
    all_are = ~Exists(sources(viewer).filter(licence=""))
    return Q(all_are) | Q(source__isnull=True) | Q(source__in=licensed)


def how_many(viewer: Viewer, wanted: Wanted) -> int:
    """How many services may leave and answer. All of them is cheaper counted as those not kept back."""
    if wanted != Wanted():
        return wanted_services(viewer, wanted).count()
    rows = services(viewer, May.READ)
    return rows.count() - rows.filter(source__in=sources(viewer).filter(licence="").values("pk")).count()


def wanted_services(viewer: Viewer, wanted: Wanted) -> QuerySet[Service]:
    """The services that may leave and answer, in no order."""
    rows = services(viewer, May.READ).filter(may_leave(viewer))
    if wanted.organization_id:
        rows = rows.filter(organization_id=wanted.organization_id)
    if wanted.modified_after:
        rows = rows.filter(changed_at__gt=wanted.modified_after)
    if wanted.taxonomy_id or wanted.taxonomy_term_id:
        rows = rows.filter(pk__in=tagged(viewer, wanted).values("service_id"))
    rows = with_words(rows, wanted.search) if wanted.search.strip() else rows
    return narrowed_further(viewer, rows, wanted)


def wanted_organizations(viewer: Viewer, wanted: Wanted) -> QuerySet[Organization]:
    """The organisations that may leave: terms are asked of their services, words of their names."""
    rows = organizations(viewer, MayOrganization.READ).filter(may_leave(viewer))
    if wanted.taxonomy_id or wanted.taxonomy_term_id:
        of_services = replace(wanted, search="")
        rows = rows.filter(pk__in=wanted_services(viewer, of_services).values("organization_id"))
    for word in words_of(wanted.search):
        rows = rows.filter(name__icontains=word)
    return rows


def with_words(rows: QuerySet[Service], words: str) -> QuerySet[Service]:
    """Those of the services that have all the words; what is no longer offered is not looked at."""
    asked = Search(
        parts=parts_of(question_of(words, ())), order=Order.TEXT, limit=MOST_FOUND, is_spelling_helped=False
    )
    found = index_now().index.search(asked)
    return rows.none() if found.is_loose else rows.filter(pk__in=[hit.id for hit in found.hits])


def tagged(viewer: Viewer, wanted: Wanted) -> QuerySet[Attribute]:
    """The tags of services with the wanted term or taxonomy; none of a taxonomy that is kept here."""
    found = details(viewer, Attribute).filter(service__isnull=False, taxonomy_term__isnull=False)
    if wanted.taxonomy_term_id:
        found = found.filter(taxonomy_term_id=wanted.taxonomy_term_id)
    allowed = leaving_terms(viewer)
    if wanted.taxonomy_id:
        allowed = allowed.filter(taxonomy_id=wanted.taxonomy_id)
    return found.filter(taxonomy_term__in=allowed.values("pk"))


def id_page(rows: QuerySet[RowT], *, page: int, per_page: int) -> IdPage:
    """One page of the rows, counted from 1; an empty list past the end."""
    return IdPage(rows.count(), ids_on(rows, page=page, per_page=per_page))


def ids_on(rows: QuerySet[RowT], *, page: int, per_page: int) -> list[UUID]:
    """The ids on one page of the rows, counted from 1."""
    start = (page - 1) * per_page
    return list(rows.order_by("pk").values_list("pk", flat=True)[start : start + per_page])


def ids_after(rows: QuerySet[RowT], *, after: UUID | None, most: int) -> list[UUID]:
    """The next ids in their order: for walking through all of them without a page number."""
    further = rows.filter(pk__gt=after) if after else rows
    return list(further.order_by("pk").values_list("pk", flat=True)[:most])
