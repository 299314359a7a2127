"""The services of some organisations whose listing no person has confirmed for too long."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.conf import settings

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.models import Service
from kith.directory.policies.service import May, services
from kith.directory.reading.lines import topics_of
from kith.directory.terms import Topic

PRESSING = frozenset({Topic.CRISIS, Topic.SAFETY_AT_HOME})


def services_to_confirm(viewer: Viewer, *, organization_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """By organisation the services that are offered and due, by name; an organisation with none is left out.

    Due: never confirmed, or not within KITH_CONFIRM_DAYS; where somebody may be in danger, sooner.
    """
    findable = services(viewer, May.FIND).values("pk")
    rows = services(viewer, May.CONFIRM).filter(organization_id__in=organization_ids, pk__in=findable)
    found: dict[UUID, list[UUID]] = {}
    for row in rows.order_by("name", "pk"):
        if _is_due(row):
            found.setdefault(row.organization_id, []).append(row.id)
    return found


def _is_due(service: Service) -> bool:
    ordinary, pressing = settings.KITH_CONFIRM_DAYS
    days = ordinary if PRESSING.isdisjoint(topics_of(service)) else pressing
    return service.confirmed_at is None or service.confirmed_at <= clock.now() - timedelta(days=days)
