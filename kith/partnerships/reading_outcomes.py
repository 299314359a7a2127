"""Rows of what became of promises, without the record behind each."""

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.kept_counts import Became
from kith.partnerships.models import PromiseOutcome
from kith.partnerships.policies.promise_outcome import counted_outcomes
from kith.partnerships.terms import PromiseResult

A_YEAR = timedelta(days=365)
COLUMNS = ("kind", "result", "due_at", "answered_days", "is_varied")


def became(rows: QuerySet[PromiseOutcome]) -> list[Became]:
    """What became of each. One statement."""
    return [
        Became(
            kind=ClauseKind(kind),
            result=PromiseResult(result),
            due_at=due_at,
            answered_days=answered_days,
            is_varied=is_varied,
        )
        for kind, result, due_at, answered_days, is_varied in rows.values_list(*COLUMNS)
    ]


def days_by_service(viewer: Viewer) -> dict[UUID, list[int]]:
    """How long the answers of the last year took, by service; agreed other times left out. One statement.

    Of all services: what is usual is known to Kith alone, and told to each as one number.
    """
    rows = counted_outcomes(viewer, since=clock.now() - A_YEAR)
    found: dict[UUID, list[int]] = {}
    for service_id, days in rows.values_list("service_id", "answered_days"):
        if days is not None:
            found.setdefault(service_id, []).append(days)
    return found
