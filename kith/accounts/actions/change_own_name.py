"""Change the name that colleagues see."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kith.accounts.events import NameChanged
from kith.accounts.policies.user import one_user
from kith.accounts.terms import May
from kith.core.errors import BadInput, NotFound
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def change_own_name(viewer: Viewer, *, display_name: str) -> UUID:
    """Change the viewer's own name.

    Returns the user's id. Raises NotFound for nobody, BadInput for an empty name.
    """
    if viewer.user_id is None:
        raise NotFound
    user = one_user(viewer, viewer.user_id, May.CHANGE)
    name = display_name.strip()
    if not name:
        raise BadInput(_("Please write the name that your colleagues should see."), field="display_name")
    user.display_name = name
    user.save(update_fields=["display_name"])
    record(viewer, NameChanged(subject=Ref("user", user.id)))
    return user.id
