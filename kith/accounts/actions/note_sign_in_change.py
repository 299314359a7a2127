"""Keep that the way a user signs in was changed."""

from uuid import UUID

from django.db import transaction

from kith.accounts.events import SignInChanged
from kith.accounts.terms import SignInChange
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def note_sign_in_change(viewer: Viewer, *, user_id: UUID, what: SignInChange) -> None:
    """Record a new password, recovery, or one-time codes turned on or off."""
    record(viewer, SignInChanged(subject=Ref("user", user_id), what=what))
