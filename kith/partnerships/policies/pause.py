"""Pauses are seen by those who may see the partner; a clock needs them all."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.partnerships.models import PartnerPause
from kith.partnerships.policies.partner import May, partners


def pauses(viewer: Viewer, partner_ids: Iterable[UUID], may: May) -> QuerySet[PartnerPause]:
    """The pauses of these partners, the earliest first."""
    seen = partners(viewer, may).filter(pk__in=list(partner_ids))
    return PartnerPause.objects.filter(partner_id__in=seen.values("pk")).order_by("first_on", "pk")
