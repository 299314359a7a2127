"""Who may see a need: those who help the person, and the person."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.care.models import Need
from kith.care.policies.referral import WORKERS
from kith.core.policies.narrowing import NOTHING, narrowed, one
from kith.core.viewer import Door, Viewer


class May(StrEnum):
    """What may be done with a need."""

    READ = "read"
    CHANGE = "change"


def _helping(viewer: Viewer) -> Q:
    """Workers of the organisation that holds the person's record."""
    return Q(organization_id=viewer.organization_id) if viewer.has(*WORKERS) else NOTHING


def _own(viewer: Viewer) -> Q:
    """The person herself, in the portal."""
    is_portal = viewer.door is Door.PORTAL and viewer.person_id is not None
    return Q(person_id=viewer.person_id) if is_portal else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda v: _helping(v) | _own(v),
    May.CHANGE: _helping,
}


def needs(viewer: Viewer, may: May) -> QuerySet[Need]:
    """The needs that `viewer` may `may`."""
    return narrowed(Need.objects.all(), POLICY, viewer, may)


def one_need(viewer: Viewer, need_id: UUID, may: May) -> Need:
    """The need with this id. Raises NotFound or Denied."""
    return one(Need.objects.all(), POLICY, viewer, row_id=need_id, may=may, read=May.READ)


def one_need_to_change(viewer: Viewer, need_id: UUID) -> Need:
    """The need, locked until the transaction ends: what is chosen for it is chosen one after the other.

    Raises NotFound.
    """
    rows = Need.objects.select_for_update(of=("self",), no_key=True)
    return one(rows, POLICY, viewer, row_id=need_id, may=May.READ, read=May.READ)
