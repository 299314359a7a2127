"""Invite a person to their own page."""

from datetime import timedelta

from django.db import transaction

from kith.accounts.events import MemberInvited
from kith.accounts.invitation_token import MadeInvitation, digest_of, new_token
from kith.accounts.models import Invitation
from kith.accounts.policies.invitation import organization_inviting_to_portal
from kith.accounts.sign_in_rules import clean_email
from kith.accounts.terms import INVITATION_DAYS
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def invite_to_portal(viewer: Viewer, *, email: str) -> MadeInvitation:
    """Offer a sign-in for a person's own page; no membership comes of it.

    Whose page it is, the caller keeps beside the invitation's id. Raises Denied or BadEmail.
    """
    organization_id = organization_inviting_to_portal(viewer)
    token = new_token()
    invitation = Invitation.objects.create(
        organization_id=organization_id,
        role="",
        email=clean_email(email),
        token_digest=digest_of(token),
        invited_by_id=viewer.user_id,
        from_organization_id=organization_id,
        invited_at=clock.now(),
        expires_at=clock.now() + timedelta(days=INVITATION_DAYS),
    )
    record(
        viewer,
        MemberInvited(subject=Ref("invitation", invitation.id), organization_id=organization_id, role=""),
    )
    return MadeInvitation(invitation.id, token)
