"""Take an invitation back."""

from uuid import UUID

from django.db import transaction

from kith.accounts.events import InvitationWithdrawn
from kith.accounts.policies.invitation import one_invitation, still_open
from kith.accounts.terms import May
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def withdraw_invitation(viewer: Viewer, *, invitation_id: UUID) -> UUID:
    """Close an invitation before it is used, e.g. when it went to a wrong address.

    Returns the organisation's id. Raises NotFound, or StatusConflict if it was used or taken back before.
    """
    invitation = one_invitation(viewer, invitation_id, May.MANAGE)
    if still_open(invitation.id).update(withdrawn_at=clock.now()) == 0:
        raise StatusConflict
    record(
        viewer,
        InvitationWithdrawn(
            subject=Ref("invitation", invitation.id), organization_id=invitation.organization_id
        ),
    )
    return invitation.organization_id
