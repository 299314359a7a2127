"""Give a user a role in an organisation."""

from uuid import UUID

from django.db import IntegrityError, transaction

from kith.accounts.errors import AlreadyMember
from kith.accounts.events import MemberAdded
from kith.accounts.models import Membership
from kith.accounts.policies.membership import check_known
from kith.accounts.policies.user import one_user
from kith.accounts.terms import May
from kith.core import clock
from kith.core.errors import Denied
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Role, Viewer


@transaction.atomic
def add_member(viewer: Viewer, *, user_id: UUID, organization_id: UUID, role: Role) -> UUID:
    """Give a user a role from a command; on screens a colleague is invited and accepts.

    Returns the membership's id. Raises Denied, NotFound or AlreadyMember.
    """
    if not viewer.is_system:
        raise Denied
    check_known(viewer, organization_id)
    user = one_user(viewer, user_id, May.CHANGE)
    membership = _write_membership(user.id, organization_id, role)
    record(
        viewer,
        MemberAdded(
            subject=Ref("user", user.id),
            organization_id=organization_id,
            role=role,
            membership_id=membership.id,
        ),
    )
    return membership.id


def _write_membership(user_id: UUID, organization_id: UUID, role: Role) -> Membership:
    try:
        with transaction.atomic():
            return Membership.objects.create(
                user_id=user_id, organization_id=organization_id, role=role, started_at=clock.now()
            )
    except IntegrityError as error:
        raise AlreadyMember from error
