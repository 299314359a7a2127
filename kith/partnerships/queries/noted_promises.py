"""Of which askings it is written down what became of them."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.policies.promise_outcome import May, outcomes


def noted_promises(viewer: Viewer) -> frozenset[UUID]:
    """The upper room's ids of all askings noted; none for anyone but Kith itself. One statement."""
    rows = outcomes(viewer, May.NOTE).filter(kind=ClauseKind.RESPONSE_PROMISE.value)
    return frozenset(rows.values_list("source_id", flat=True))
