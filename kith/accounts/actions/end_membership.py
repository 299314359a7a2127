"""End a role."""

from uuid import UUID

from django.db import transaction

from kith.accounts.events import MembershipEnded
from kith.accounts.policies.membership import check_not_last_admin, memberships, one_membership
from kith.accounts.terms import May
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Role, Viewer


@transaction.atomic
def end_membership(viewer: Viewer, *, membership_id: UUID) -> None:
    """End a colleague's role; the row stays, and their next page already shows it.

    Raises NotFound, Denied, LastAdmin, or StatusConflict if it had ended before.
    """
    membership = one_membership(viewer, membership_id, May.MANAGE)
    check_not_last_admin(membership)
    live = memberships(viewer, May.MANAGE).filter(pk=membership.id, ended_at__isnull=True)
    if live.update(ended_at=clock.now()) == 0:
        raise StatusConflict
    record(
        viewer,
        MembershipEnded(
            subject=Ref("user", membership.user_id),
            organization_id=membership.organization_id,
            role=Role(membership.role),
            membership_id=membership.id,
        ),
    )
