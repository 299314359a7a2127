"""Which of these consents have run out."""

from collections.abc import Iterable
from uuid import UUID

from kith.consent.policies.grant import May, grants
from kith.consent.views_of import Told
from kith.core import clock
from kith.core.viewer import Viewer


def expired_among(viewer: Viewer, *, consent_ids: Iterable[UUID]) -> frozenset[Told]:
    """Whose things may no longer be told by whom to whom, because the last day is over. One statement."""
    rows = grants(viewer, May.READ).filter(
        id__in=list(consent_ids), withdrawn_at=None, valid_until__lte=clock.now()
    )
    return frozenset(
        Told(person_id=row.person_id, holder_id=row.holder_id, recipient_id=row.recipient_id) for row in rows
    )
