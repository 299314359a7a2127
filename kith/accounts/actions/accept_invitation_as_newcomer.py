"""Accept an invitation as somebody who has no sign-in yet."""

from dataclasses import replace
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from kith.accounts.actions.accept_invitation import accept_invitation
from kith.accounts.errors import SignInFirst
from kith.accounts.events import UserCreated
from kith.accounts.lifecycle.invitation import check_open
from kith.accounts.models import User
from kith.accounts.policies.invitation import locked_invitation_by_token
from kith.accounts.sign_in_rules import check_password
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def accept_invitation_as_newcomer(viewer: Viewer, *, token: str, display_name: str, password: str) -> UUID:
    """Make the invited user and use the invitation up.

    Returns the user's id. Raises NotFound, InvitationUsed, InvitationTakenBack, InvitationExpired,
    InvitationOvertaken, WeakPassword, or SignInFirst if the e-mail has a user already.
    """
    invitation = locked_invitation_by_token(token)
    check_open(invitation, clock.now())
    check_password(password, email=invitation.email, display_name=display_name)
    user = _write_user(invitation.email, display_name, password)
    newcomer = replace(viewer, user_id=user.id)
    record(newcomer, UserCreated(subject=Ref("user", user.id)))
    return accept_invitation(newcomer, token=token)


def _write_user(email: str, display_name: str, password: str) -> User:
    try:
        with transaction.atomic():
            return User.objects.create(
                email=email, display_name=display_name.strip(), password=make_password(password)
            )
    except IntegrityError as error:
        raise SignInFirst from error
