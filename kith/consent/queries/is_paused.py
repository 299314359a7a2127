"""Whether a person has paused sharing with a partner."""

from uuid import UUID

from kith.consent.lifecycle.grant import state_of
from kith.consent.policies.grant import May, grants
from kith.consent.terms import ConsentState
from kith.core import clock
from kith.core.viewer import Viewer


def is_paused(viewer: Viewer, *, person_id: UUID, holder_id: UUID, recipient_id: UUID) -> bool:
    """True while any yes to this partner is paused, whatever record it is for. One statement."""
    now = clock.now()
    rows = grants(viewer, May.READ).filter(
        person_id=person_id, holder_id=holder_id, recipient_id=recipient_id
    )
    return any(state_of(row, at=now) is ConsentState.PAUSED for row in rows)
