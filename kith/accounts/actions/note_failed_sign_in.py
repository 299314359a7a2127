"""Keep that somebody could not sign in."""

from uuid import UUID

from django.db import transaction

from kith.accounts.events import SignInFailed
from kith.accounts.policies.user import user_by_email
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer

NOBODY = UUID(int=0)


@transaction.atomic
def note_failed_sign_in(viewer: Viewer, *, email: str) -> None:
    """Record a failed sign-in: about the user if the e-mail is known, else about the site.

    What was typed is not kept: people type their password into the wrong field.
    """
    user = user_by_email(email.strip().lower())
    subject = Ref("user", user.id) if user is not None else Ref("site", NOBODY)
    record(viewer, SignInFailed(subject=subject))
