"""Parties, clauses and papers are seen by those who may see their agreement."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from kith.core.errors import Denied, NotFound
from kith.core.viewer import Viewer
from kith.partnerships.models import Agreement, AgreementParty, DataScopeClause, Paper, PromiseClause
from kith.partnerships.policies.agreement import May, agreements


def parties(viewer: Viewer, agreement_ids: Iterable[UUID], may: May) -> QuerySet[AgreementParty]:
    """Who takes part in these agreements, in the order they were written."""
    seen = agreements(viewer, may).filter(pk__in=list(agreement_ids))
    return AgreementParty.objects.filter(agreement_id__in=seen.values("pk")).order_by("agreement_id", "place")


def promises(viewer: Viewer, agreement_ids: Iterable[UUID], may: May) -> QuerySet[PromiseClause]:
    """What was promised in these agreements, by organisation."""
    seen = agreements(viewer, may).filter(pk__in=list(agreement_ids))
    return PromiseClause.objects.filter(agreement_id__in=seen.values("pk")).order_by("organization_id", "pk")


def scopes(viewer: Viewer, agreement_ids: Iterable[UUID], may: May) -> QuerySet[DataScopeClause]:
    """What may be told under these agreements."""
    seen = agreements(viewer, may).filter(pk__in=list(agreement_ids))
    return DataScopeClause.objects.filter(agreement_id__in=seen.values("pk"))


def papers(viewer: Viewer, agreement_ids: Iterable[UUID]) -> QuerySet[Paper]:
    """The papers behind these agreements."""
    seen = agreements(viewer, May.READ).filter(pk__in=list(agreement_ids))
    return Paper.objects.filter(agreement_id__in=seen.values("pk"))


def one_paper(viewer: Viewer, agreement_id: UUID) -> Paper:
    """The paper behind this agreement. Raises NotFound."""
    paper = papers(viewer, [agreement_id]).first()
    if paper is None:
        raise NotFound
    return paper


def clear_clauses(agreement: Agreement) -> None:
    """Take out parties and clauses of an agreement that its own policy has found for a change."""
    for rows in (AgreementParty.objects, PromiseClause.objects, DataScopeClause.objects):
        rows.filter(agreement_id=agreement.pk).delete()


def all_parties(agreement: Agreement) -> QuerySet[AgreementParty]:
    """All parties of an agreement that its own policy has found for a change."""
    return AgreementParty.objects.filter(agreement_id=agreement.pk).order_by("place")


def own_party(viewer: Viewer, agreement: Agreement) -> AgreementParty:
    """The viewer's organisation under an agreement found for a change. Raises Denied if it has no part."""
    party = next((p for p in all_parties(agreement) if p.organization_id == viewer.organization_id), None)
    if party is None:
        raise Denied
    return party
