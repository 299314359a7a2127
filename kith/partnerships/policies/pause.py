"""Pauses are seen by those who may see the partner; a clock needs them all."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.partnerships.models import PartnerPause
from kith.partnerships.policies.partner import May, partners


def pauses(viewer: Viewer, partner_ids: Iterable[UUID], may: May) -> QuerySet[PartnerPause]:
    """The pauses of these partners, the earliest first."""
    seen = partners(viewer, may).filter(pk__in=list(partner_ids))
    return PartnerPause.objects.filter(partner_id__in=seen.values("pk")).order_by("first_on", "pk")


def running_pause(partner_id: UUID, *, on: date) -> PartnerPause | None:
    """The pause of this partner that holds `on`; the partner was found by its own policy before."""
    return PartnerPause.objects.filter(partner_id=partner_id, first_on__lte=on, last_on__gte=on).first()
