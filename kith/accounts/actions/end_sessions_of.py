"""End all sessions of somebody whose sign-in must open nothing more."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.accounts.events import SignedOutEverywhere
from kith.accounts.policies.user import one_user, users
from kith.accounts.terms import May
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def end_sessions_of(viewer: Viewer, *, user_id: UUID) -> None:
    """End every session of this user at the next click, for Kith itself and for the user.

    The calling room has asked whether it may be. Raises NotFound or Denied for everybody else.
    """
    user = one_user(viewer, user_id, May.CHANGE)
    users(viewer, May.CHANGE).filter(pk=user.id).update(session_number=F("session_number") + 1)
    record(viewer, SignedOutEverywhere(subject=Ref("user", user.id)))
