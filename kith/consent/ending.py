"""Parts of stopping and pausing that several actions share."""

from uuid import UUID

from kith.consent.events import ConsentWithdrawn
from kith.consent.models import ConsentGrant
from kith.consent.policies.grant import May, held_grants, one_grant
from kith.consent.views_of import Told
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer


def told_by(viewer: Viewer, *, consent_id: UUID) -> Told:
    """Who may tell whom by this consent. Raises NotFound, or Denied if the viewer may not change it."""
    grant = one_grant(viewer, consent_id, May.CHANGE)
    return Told(person_id=grant.person_id, holder_id=grant.holder_id, recipient_id=grant.recipient_id)


def not_taken_back(viewer: Viewer, told: Told) -> list[ConsentGrant]:
    """Every yes of this person to this partner that was not taken back, locked."""
    return [
        row
        for row in held_grants(viewer, May.CHANGE, person_id=told.person_id)
        if row.withdrawn_at is None
        and (row.holder_id, row.recipient_id) == (told.holder_id, told.recipient_id)
    ]


def withdraw_row(viewer: Viewer, row: ConsentGrant) -> None:
    """Take one yes back and record it."""
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    record(
        viewer,
        ConsentWithdrawn(
            subject=row.ref,
            person_id=row.person_id,
            organization_id=row.holder_id,
            recipient_id=row.recipient_id,
        ),
    )
