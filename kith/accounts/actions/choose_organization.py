"""Choose which organisation to act for."""

from uuid import UUID

from django.db import transaction

from kith.accounts.events import OrganizationChosen
from kith.accounts.policies.membership import live_memberships_of
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def choose_organization(viewer: Viewer, *, organization_id: UUID) -> UUID:
    """Say which of one's organisations the next pages are for; the session keeps the answer.

    Returns the organisation's id. Raises NotFound if the user does not act for it.
    """
    if viewer.user_id is None:
        raise NotFound
    if not live_memberships_of(viewer.user_id).filter(organization_id=organization_id).exists():
        raise NotFound
    record(viewer, OrganizationChosen(subject=Ref("user", viewer.user_id), organization_id=organization_id))
    return organization_id
