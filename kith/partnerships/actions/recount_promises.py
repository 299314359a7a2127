"""Count promises anew after the parties agreed on another time for a while."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.partnerships.actions.note_promise import note_promise
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.models import PromiseOutcome
from kith.partnerships.policies.promise_outcome import May, outcomes
from kith.partnerships.promise_told import PromiseTold


@transaction.atomic
def recount_promises(viewer: Viewer, *, agreement_id: UUID, clause_key: UUID) -> int:
    """Note each asking under this clause again, with what was agreed since; returns how many.

    For Kith itself only: anyone else finds none.
    """
    rows = list(outcomes(viewer, May.NOTE).filter(agreement_id=agreement_id, clause_key=clause_key))
    for row in rows:
        note_promise(viewer, told=_told(row))
    return len(rows)


def _told(row: PromiseOutcome) -> PromiseTold:
    """As the row keeps it; its time only ever moves further by an agreed variation."""
    return PromiseTold(
        source_id=row.source_id,
        kind=ClauseKind(row.kind),
        promiser_id=row.promiser_id,
        towards_id=row.towards_id,
        service_id=row.service_id,
        asked_at=row.asked_at,
        is_promised=True,
        due_at=row.due_at,
        answered_at=row.answered_at,
        answer=row.answer,
        closed_at=row.closed_at,
    )
