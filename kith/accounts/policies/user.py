"""Who may see and change which user."""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.accounts.models import User
from kith.accounts.policies.membership import memberships
from kith.accounts.terms import May
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Viewer


def _self(viewer: Viewer) -> Q:
    if viewer.is_system:
        return ALL
    return Q(pk=viewer.user_id) if viewer.user_id is not None else NOTHING


def _self_or_colleague(viewer: Viewer) -> Q:
    if viewer.is_system:
        return ALL
    return _self(viewer) | Q(pk__in=memberships(viewer, May.READ).values("user_id"))


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: _self_or_colleague,
    May.CHANGE: _self,
}


def users(viewer: Viewer, may: May) -> QuerySet[User]:
    """The users that `viewer` may `may`: oneself, and those who share an organisation."""
    return narrowed(User.objects.all(), POLICY, viewer, may)


def one_user(viewer: Viewer, user_id: UUID, may: May) -> User:
    """The one user with this id. Raises NotFound or Denied."""
    return one(User.objects.all(), POLICY, viewer, row_id=user_id, may=may, read=May.READ)


def is_active_user(user_id: UUID) -> bool:
    """True if this user may sign in; it is what a viewer is made of, so it cannot ask one."""
    return User.objects.filter(pk=user_id, is_active=True).exists()


def user_by_email(email: str) -> User | None:
    """The user who signs in with this e-mail; for accepting an invitation and counting failed tries only."""
    return User.objects.filter(email=email).first()
