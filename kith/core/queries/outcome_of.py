"""Whether a form took effect before."""

from uuid import UUID

from kith.core.policies.idempotency_key import outcome_sent
from kith.core.viewer import Viewer


def outcome_of(viewer: Viewer, *, key: UUID) -> UUID | None:
    """What came of the form that this viewer sent with `key`; None if it has had no effect."""
    return outcome_sent(viewer, key)
