"""Take an invitation to a person's own page back."""

from uuid import UUID

from django.db import transaction

from kith.accounts.events import InvitationWithdrawn
from kith.accounts.policies.invitation import invitations, still_open
from kith.accounts.terms import May
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def withdraw_if_open(viewer: Viewer, *, invitation_id: UUID) -> bool:
    """Close an invitation if it waits still, for Kith itself; True if it did. Nothing happens to others."""
    invitation = invitations(viewer, May.MANAGE).filter(pk=invitation_id).first()
    if invitation is None or not still_open(invitation_id).update(withdrawn_at=clock.now()):
        return False
    record(
        viewer,
        InvitationWithdrawn(
            subject=Ref("invitation", invitation.id), organization_id=invitation.organization_id
        ),
    )
    return True
