"""What became of promises is seen by the two sides of each alike, and written by Kith itself."""

from collections.abc import Callable, Set
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.errors import Denied
from kith.core.policies.narrowing import ALL, NOTHING, narrowed
from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.models import Clause, PromiseOutcome
from kith.partnerships.policies.agreement import READERS
from kith.partnerships.policies.outsiders import reported_clauses


class May(StrEnum):
    """What may be done with what became of a promise."""

    READ = "read"
    NOTE = "note"


def _side(viewer: Viewer) -> Q:
    """Members of the organisation that promised, or to which it was promised."""
    if not viewer.has(*READERS):
        return NOTHING
    return Q(promiser_id=viewer.organization_id) | Q(towards_id=viewer.organization_id)


def _system(viewer: Viewer) -> Q:
    """Kith itself."""
    return ALL if viewer.is_system else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda v: _side(v) | _system(v),
    May.NOTE: _system,
}


def outcomes(viewer: Viewer, may: May) -> QuerySet[PromiseOutcome]:
    """What became of the promises that `viewer` may `may`."""
    return narrowed(PromiseOutcome.objects.all(), POLICY, viewer, may)


def counted_outcomes(viewer: Viewer, *, since: datetime) -> QuerySet[PromiseOutcome]:
    """Answers that say what to expect, of every service: for counting, and never to be shown one by one.

    Open to those who may read for some organisation: each sees the middle of all beside its own.
    """
    rows = PromiseOutcome.objects.filter(
        kind=ClauseKind.RESPONSE_PROMISE.value,
        service_id__isnull=False,
        answered_days__isnull=False,
        is_varied=False,
        asked_at__gte=since,
    )
    return rows if viewer.is_system or viewer.has(*READERS) else rows.none()


def reported_outcomes(viewer: Viewer, clause: Clause) -> QuerySet[PromiseOutcome]:
    """What the one who reports by this clause to the viewer's was asked, by whomever: for counting only."""
    reporting = reported_clauses(viewer).order_by().values("organization_id")
    return PromiseOutcome.objects.filter(
        kind=ClauseKind.RESPONSE_PROMISE.value, promiser_id=clause.organization_id, promiser_id__in=reporting
    )


def is_side(viewer: Viewer, organization_ids: Set[UUID]) -> bool:
    """True for Kith itself, and for those who may read for one of these organisations."""
    return viewer.is_system or (viewer.has(*READERS) and viewer.organization_id in organization_ids)


def outcome_to_note(viewer: Viewer, *, source_id: UUID, kind: ClauseKind) -> PromiseOutcome | None:
    """The row of this asking, if there is one, locked. Raises Denied for all but Kith itself."""
    if not viewer.is_system:
        raise Denied
    rows = outcomes(viewer, May.NOTE).select_for_update(of=("self",))
    return rows.filter(source_id=source_id, kind=kind.value).first()
