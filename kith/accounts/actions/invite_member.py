"""Invite a colleague."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from kith.accounts.events import MemberInvited
from kith.accounts.invitation_token import MadeInvitation, digest_of, new_token
from kith.accounts.models import Invitation
from kith.accounts.policies.starting import check_offers
from kith.accounts.sign_in_rules import clean_email
from kith.accounts.terms import INVITATION_DAYS
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Role, Viewer


@transaction.atomic
def invite_member(viewer: Viewer, *, organization_id: UUID, email: str, role: Role) -> MadeInvitation:
    """Offer one role in an organisation to whoever reads mail at `email`, for seven days.

    The host's admin may offer an admin's role to an organisation that has no admin. The caller sends the
    token there and nowhere else. Raises NotFound, Denied or BadEmail.
    """
    check_offers(viewer, organization_id, role)
    token = new_token()
    invitation = Invitation.objects.create(
        organization_id=organization_id,
        role=role,
        email=clean_email(email),
        token_digest=digest_of(token),
        invited_by_id=viewer.user_id,
        from_organization_id=viewer.organization_id,
        invited_at=clock.now(),
        expires_at=clock.now() + timedelta(days=INVITATION_DAYS),
    )
    record(
        viewer,
        MemberInvited(subject=Ref("invitation", invitation.id), organization_id=organization_id, role=role),
    )
    return MadeInvitation(invitation.id, token)
