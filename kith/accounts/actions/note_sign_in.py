"""Keep that somebody signed in."""

from django.db import transaction

from kith.accounts.events import SignedIn
from kith.accounts.policies.user import one_user, users
from kith.accounts.terms import May
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def note_sign_in(viewer: Viewer) -> None:
    """Record the viewer's sign-in, and start their idle time anew. Raises NotFound for nobody."""
    if viewer.user_id is None:
        raise NotFound
    user = one_user(viewer, viewer.user_id, May.CHANGE)
    users(viewer, May.CHANGE).filter(pk=user.id).update(last_seen_at=clock.now())
    record(viewer, SignedIn(subject=Ref("user", user.id), organization_id=viewer.organization_id))
