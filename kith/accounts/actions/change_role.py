"""Change a colleague's role."""

from uuid import UUID

from django.db import IntegrityError, transaction

from kith.accounts.errors import AlreadyMember
from kith.accounts.events import RoleChanged
from kith.accounts.models import Membership
from kith.accounts.policies.membership import check_not_last_admin, memberships, one_membership
from kith.accounts.terms import May
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Role, Viewer


@transaction.atomic
def change_role(viewer: Viewer, *, membership_id: UUID, role: Role) -> UUID:
    """End the role a colleague has, and give them another in the same organisation.

    Returns the new membership's id. Raises NotFound, Denied, LastAdmin, AlreadyMember, or
    StatusConflict if the role had ended before.
    """
    before = one_membership(viewer, membership_id, May.MANAGE)
    if before.role == role:
        raise AlreadyMember
    check_not_last_admin(before)
    live = memberships(viewer, May.MANAGE).filter(pk=before.id, ended_at__isnull=True)
    if live.update(ended_at=clock.now()) == 0:
        raise StatusConflict
    after = _write_after(before, role)
    record(
        viewer,
        RoleChanged(
            subject=Ref("user", before.user_id),
            organization_id=before.organization_id,
            before=Role(before.role),
            after=role,
            membership_id=after.id,
        ),
    )
    return after.id


def _write_after(before: Membership, role: Role) -> Membership:
    try:
        with transaction.atomic():
            return Membership.objects.create(
                user_id=before.user_id,
                organization_id=before.organization_id,
                role=role,
                started_at=clock.now(),
            )
    except IntegrityError as error:
        raise AlreadyMember from error
