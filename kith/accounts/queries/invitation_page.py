"""What an invitation offers, for whoever holds its link."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.accounts.lifecycle.invitation import check_open
from kith.accounts.policies.invitation import invitation_by_token
from kith.accounts.policies.starting import check_still_offered
from kith.accounts.policies.user import user_by_email
from kith.core import clock
from kith.core.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """An open invitation; `role` is None for a person's own page.

    `is_for_viewer` is False when another user is signed in; `has_sign_in` tells whether the invited
    e-mail has a user already.
    """

    id: UUID
    organization_id: UUID
    role: Role | None
    email: str
    expires_at: datetime
    has_sign_in: bool
    is_for_viewer: bool


def invitation_page(viewer: Viewer, *, token: str) -> InvitationPage:
    """The open invitation with this token. Three statements at most.

    Raises NotFound, InvitationUsed, InvitationTakenBack, InvitationExpired or InvitationOvertaken.
    """
    invitation = invitation_by_token(token)
    check_open(invitation, clock.now())
    check_still_offered(invitation)
    user = user_by_email(invitation.email)
    return InvitationPage(
        id=invitation.id,
        organization_id=invitation.organization_id,
        role=Role(invitation.role) if invitation.role else None,
        email=invitation.email,
        expires_at=invitation.expires_at,
        has_sign_in=user is not None,
        is_for_viewer=viewer.user_id is None or (user is not None and user.id == viewer.user_id),
    )
