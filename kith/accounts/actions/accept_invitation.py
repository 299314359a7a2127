"""Accept an invitation while signed in."""

from uuid import UUID

from django.db import transaction

from kith.accounts.errors import InvitationForSomeoneElse, InvitationUsed, SignInFirst
from kith.accounts.events import InvitationAccepted, MemberAdded
from kith.accounts.lifecycle.invitation import check_open
from kith.accounts.models import Invitation, Membership
from kith.accounts.policies.invitation import locked_invitation_by_token, still_open
from kith.accounts.policies.starting import check_still_offered, one_at_a_time
from kith.accounts.policies.user import one_user
from kith.accounts.terms import May
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Role, Viewer


@transaction.atomic
def accept_invitation(viewer: Viewer, *, token: str) -> UUID:
    """Use an invitation up, with the role that it offers, as the user who is signed in.

    Returns the user's id. Raises SignInFirst, NotFound, InvitationForSomeoneElse, InvitationUsed,
    InvitationTakenBack, InvitationExpired or InvitationOvertaken. Of two at the same time one gets
    InvitationUsed.
    """
    if viewer.user_id is None:
        raise SignInFirst
    invitation = locked_invitation_by_token(token)
    if one_user(viewer, viewer.user_id, May.CHANGE).email != invitation.email:
        raise InvitationForSomeoneElse
    check_open(invitation, clock.now())
    one_at_a_time(invitation)
    check_still_offered(invitation)
    if still_open(invitation.id).update(accepted_at=clock.now(), accepted_by_id=viewer.user_id) == 0:
        raise InvitationUsed
    if invitation.role:
        _join(viewer, invitation, viewer.user_id)
    record(
        viewer,
        InvitationAccepted(
            subject=Ref("invitation", invitation.id),
            organization_id=invitation.organization_id,
            user_id=viewer.user_id,
            role=invitation.role,
        ),
    )
    return viewer.user_id


def _join(viewer: Viewer, invitation: Invitation, user_id: UUID) -> None:
    """A colleague who has the role already keeps it as it is."""
    membership, is_new = Membership.objects.get_or_create(
        user_id=user_id,
        organization_id=invitation.organization_id,
        role=invitation.role,
        ended_at=None,
        defaults={"started_at": clock.now()},
    )
    if not is_new:
        return
    record(
        viewer,
        MemberAdded(
            subject=Ref("user", user_id),
            organization_id=invitation.organization_id,
            role=Role(invitation.role),
            membership_id=membership.id,
        ),
    )
