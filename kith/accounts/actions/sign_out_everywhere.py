"""End all of one's sessions."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.accounts.events import SignedOutEverywhere
from kith.accounts.policies.user import one_user, users
from kith.accounts.terms import May
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def sign_out_everywhere(viewer: Viewer) -> UUID:
    """End every session of the viewer, on every device, at the next click.

    Returns the user's id. Raises NotFound for nobody.
    """
    if viewer.user_id is None:
        raise NotFound
    user = one_user(viewer, viewer.user_id, May.CHANGE)
    users(viewer, May.CHANGE).filter(pk=user.id).update(session_number=F("session_number") + 1)
    record(viewer, SignedOutEverywhere(subject=Ref("user", user.id)))
    return user.id
