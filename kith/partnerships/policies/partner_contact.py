"""A named person is seen by those who may see the partner."""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import narrowed, one
from kith.core.viewer import Viewer
from kith.partnerships.models import PartnerContact
from kith.partnerships.policies.partner import May, partners


def _of_partners(may: May) -> Callable[[Viewer], Q]:
    return lambda viewer: Q(partner_id__in=partners(viewer, may).values("pk"))


POLICY: dict[May, Callable[[Viewer], Q]] = {may: _of_partners(may) for may in May}


def contacts(viewer: Viewer, may: May) -> QuerySet[PartnerContact]:
    """The active contacts of the partners that `viewer` may `may`, first added first."""
    rows = PartnerContact.objects.filter(is_active=True).order_by("added_at", "pk")
    return narrowed(rows, POLICY, viewer, may)


def contacts_ever(viewer: Viewer, may: May) -> QuerySet[PartnerContact]:
    """The same with those that have ended, for whom an exclusion holds on."""
    return narrowed(PartnerContact.objects.order_by("added_at", "pk"), POLICY, viewer, may)


def one_contact(viewer: Viewer, contact_id: UUID, may: May) -> PartnerContact:
    """The active contact with this id. Raises NotFound or Denied."""
    rows = PartnerContact.objects.filter(is_active=True)
    return one(rows, POLICY, viewer, row_id=contact_id, may=may, read=May.READ)


def one_contact_to_change(viewer: Viewer, contact_id: UUID, may: May) -> PartnerContact:
    """As `one_contact`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = PartnerContact.objects.filter(is_active=True).select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=contact_id, may=may, read=May.READ)
