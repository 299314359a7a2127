"""Names of users, for those who may know them."""

from collections.abc import Iterable
from uuid import UUID

from kith.accounts.policies.user import users
from kith.accounts.terms import May
from kith.core.viewer import Viewer


def member_names(viewer: Viewer, *, user_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The name of each of these users that `viewer` may see: oneself and colleagues, former ones too.

    Whoever is left out is not open to the viewer. One statement.
    """
    rows = users(viewer, May.READ).filter(pk__in=set(user_ids))
    return dict(rows.values_list("pk", "display_name"))
