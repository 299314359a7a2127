"""Who may see who is away, and who may write it down."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.accounts.models import Absence
from kith.accounts.policies.membership import memberships
from kith.accounts.terms import HELPS_PEOPLE, May
from kith.core.errors import Denied
from kith.core.policies.narrowing import NOTHING, narrowed, one
from kith.core.viewer import Role, Viewer


def _of_own_organization(viewer: Viewer) -> Q:
    """Members see who of them is away; Kith itself, of the organisation it looks at."""
    sees = viewer.is_system or viewer.has(*Role)
    return Q(organization_id=viewer.organization_id) if sees else NOTHING


def _own_or_managed(viewer: Viewer) -> Q:
    """One's own, as one who helps people; an admin those of all."""
    here = Q(organization_id=viewer.organization_id)
    if viewer.has(Role.ADMIN):
        return here
    return here & Q(user_id=viewer.user_id) if viewer.has(*HELPS_PEOPLE) else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: _of_own_organization,
    May.CHANGE: _own_or_managed,
}


def absences(viewer: Viewer, may: May) -> QuerySet[Absence]:
    """The absences that `viewer` may `may`, ended ones too."""
    return narrowed(Absence.objects.all(), POLICY, viewer, may)


def lasting(viewer: Viewer, may: May, *, first_on: date, last_on: date) -> QuerySet[Absence]:
    """Those that were not ended and hold one of these days, the earliest first."""
    rows = absences(viewer, may).filter(ended_at__isnull=True, first_on__lte=last_on, last_on__gte=first_on)
    return rows.order_by("first_on", "id")


def one_absence(viewer: Viewer, absence_id: UUID, may: May) -> Absence:
    """The one absence with this id. Raises NotFound or Denied."""
    return one(Absence.objects.all(), POLICY, viewer, row_id=absence_id, may=may, read=May.READ)


def check_may_set(viewer: Viewer, *, user_id: UUID) -> UUID:
    """The organisation in which `viewer` may write down that this user is away. Raises Denied."""
    if viewer.organization_id is None:
        raise Denied
    is_own = viewer.user_id == user_id and viewer.has(*HELPS_PEOPLE)
    if not is_own and not viewer.has(Role.ADMIN):
        raise Denied
    return viewer.organization_id


def helpers_at(viewer: Viewer, *, organization_id: UUID) -> set[UUID]:
    """Who helps people at this organisation now, as far as `viewer` may see."""
    roles = [role.value for role in HELPS_PEOPLE]
    rows = memberships(viewer, May.READ).filter(organization_id=organization_id, role__in=roles)
    present = rows.filter(ended_at__isnull=True, user__is_active=True)
    return set(present.values_list("user_id", flat=True))
