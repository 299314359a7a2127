"""All words that were ever put before others, to be compared with the trail: for Kith itself only."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import ALL, NOTHING, narrowed
from kith.core.viewer import Viewer
from kith.partnerships.models import AgreementParty, Clause, Paper, Version
from kith.partnerships.terms import VersionState


class May(StrEnum):
    """What one may do with everything that was ever signed."""

    VERIFY = "verify"


def _keeper(viewer: Viewer) -> Q:
    return ALL if viewer.is_system else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {May.VERIFY: _keeper}


def may_verify(viewer: Viewer) -> bool:
    """True for Kith itself."""
    return _keeper(viewer) != NOTHING


def kept_versions(viewer: Viewer) -> QuerySet[Version]:
    """Every wording that was put before others, by agreement and number."""
    thrown_away = Q(state=VersionState.DROPPED.value, offered_at__isnull=True)
    rows = Version.objects.exclude(state=VersionState.DRAFT.value).exclude(thrown_away)
    return narrowed(rows, POLICY, viewer, May.VERIFY).order_by("agreement_id", "number")


def kept_parties(viewer: Viewer, version_ids: Iterable[UUID]) -> QuerySet[AgreementParty]:
    """Who takes part in these, in the order they were written."""
    seen = kept_versions(viewer).filter(pk__in=list(version_ids)).order_by()
    return AgreementParty.objects.filter(version_id__in=seen.values("pk")).order_by("version_id", "place")


def kept_clauses(viewer: Viewer, version_id: UUID) -> QuerySet[Clause]:
    """What was agreed in this wording, in its order."""
    seen = kept_versions(viewer).filter(pk=version_id).order_by()
    return Clause.objects.filter(version_id__in=seen.values("pk")).order_by("place", "pk")


def kept_papers(viewer: Viewer) -> QuerySet[Paper]:
    """Every paper, with the wording behind which it lies."""
    seen = kept_versions(viewer).order_by()
    return Paper.objects.filter(version_id__in=seen.values("pk")).select_related("version").order_by("pk")
