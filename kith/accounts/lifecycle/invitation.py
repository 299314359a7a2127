"""An invitation is open until it is accepted, withdrawn or seven days old."""

from datetime import datetime

from kith.accounts.errors import InvitationExpired, InvitationTakenBack, InvitationUsed
from kith.accounts.models import Invitation
from kith.accounts.terms import InvitationState


def is_from_outside(invitation: Invitation) -> bool:
    """True if somebody made it who acted for another organisation; what is not known counts as outside."""
    return (
        invitation.invited_by_id is not None and invitation.from_organization_id != invitation.organization_id
    )


def state_of(invitation: Invitation, moment: datetime) -> InvitationState:
    """Where the invitation stands at `moment`."""
    if invitation.accepted_at is not None:
        return InvitationState.ACCEPTED
    if invitation.withdrawn_at is not None:
        return InvitationState.WITHDRAWN
    return InvitationState.OPEN if moment < invitation.expires_at else InvitationState.EXPIRED


def check_open(invitation: Invitation, moment: datetime) -> None:
    """Raises InvitationUsed, InvitationTakenBack or InvitationExpired."""
    state = state_of(invitation, moment)
    if state is InvitationState.ACCEPTED:
        raise InvitationUsed
    if state is InvitationState.WITHDRAWN:
        raise InvitationTakenBack
    if state is InvitationState.EXPIRED:
        raise InvitationExpired
