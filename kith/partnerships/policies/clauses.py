"""Parties, clauses and papers are seen by those who may see their version."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from kith.core.errors import Denied, NotFound
from kith.core.viewer import Viewer
from kith.partnerships.models import Agreement, AgreementParty, Clause, Paper, Version
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.version import versions


def parties(viewer: Viewer, version_ids: Iterable[UUID], may: May) -> QuerySet[AgreementParty]:
    """Who takes part in these wordings, in the order they were written."""
    seen = versions(viewer, may).filter(pk__in=list(version_ids)).order_by()
    return AgreementParty.objects.filter(version_id__in=seen.values("pk")).order_by("version_id", "place")


def clauses(viewer: Viewer, version_ids: Iterable[UUID], may: May) -> QuerySet[Clause]:
    """What was agreed in these wordings, in its order."""
    seen = versions(viewer, may).filter(pk__in=list(version_ids)).order_by()
    return Clause.objects.filter(version_id__in=seen.values("pk")).order_by("version_id", "place", "pk")


def papers(viewer: Viewer, version_ids: Iterable[UUID]) -> QuerySet[Paper]:
    """The papers behind these wordings, the first signed first."""
    seen = versions(viewer, May.READ).filter(pk__in=list(version_ids)).order_by()
    return Paper.objects.filter(version_id__in=seen.values("pk")).order_by("signed_on", "pk")


def one_paper(viewer: Viewer, agreement_id: UUID) -> Paper:
    """The newest paper behind this agreement. Raises NotFound."""
    seen = versions(viewer, May.READ).filter(agreement_id=agreement_id)
    paper = papers(viewer, seen.values_list("pk", flat=True)).order_by("-adopted_at", "-pk").first()
    if paper is None:
        raise NotFound
    return paper


def clear_clauses(version: Version) -> None:
    """Take out parties and clauses of a draft that its own policy has found for a change."""
    AgreementParty.objects.filter(version_id=version.pk).delete()
    Clause.objects.filter(version_id=version.pk).delete()


def all_parties(version: Version) -> QuerySet[AgreementParty]:
    """All parties of a wording whose agreement its own policy has found for a change."""
    return AgreementParty.objects.filter(version_id=version.pk).order_by("place")


def all_clauses(version: Version) -> QuerySet[Clause]:
    """All clauses of a wording whose agreement its own policy has found for a change."""
    return Clause.objects.filter(version_id=version.pk).order_by("place", "pk")


def party_signed_by_link(agreement: Agreement, organization_id: UUID, digest: str) -> AgreementParty | None:
    """The party whose named person signed the words of this digest, of an agreement found for a change."""
    signed = AgreementParty.objects.filter(
        version__agreement_id=agreement.pk,
        version__text_digest=digest,
        organization_id=organization_id,
        signed_contact__isnull=False,
    )
    return signed.select_related("version", "signed_contact__partner").first()


def is_signed_by_all(version: Version) -> bool:
    """True once every party that must sign has signed these words, found for a change."""
    return all(party.signed_at is not None for party in all_parties(version) if party.must_sign)


def own_party(viewer: Viewer, version: Version) -> AgreementParty:
    """The viewer's organisation in a wording found for a change. Raises Denied if it has no part."""
    party = next((p for p in all_parties(version) if p.organization_id == viewer.organization_id), None)
    if party is None:
        raise Denied
    return party
