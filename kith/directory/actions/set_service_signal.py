"""Let a room above say how a service stands to the partnership."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.events import ServiceSignalSet
from kith.directory.expected_wait import AnsweredIn
from kith.directory.models import ServiceSignal
from kith.directory.policies.service import May, one_service, signals
from kith.directory.search_documents import write_search_documents
from kith.directory.terms import SignalTier


@transaction.atomic
def set_service_signal(
    viewer: Viewer,
    *,
    service_id: UUID,
    tier: SignalTier,
    answered_in: AnsweredIn | None,
    agreed_routes: int,
) -> None:
    """Write the tier, the wait to expect from past answers, and how many agreed routes lead there.

    The wait is drawn towards what is usual where few answers stand behind it (promise 19). No answers are
    known: None. Recorded only where it says something new. Raises NotFound, Denied, or BadInput if a number
    is under 0.
    """
    service = one_service(viewer, service_id, May.SET_SIGNAL)
    if agreed_routes < 0 or (answered_in is not None and not answered_in.is_possible):
        raise BadInput
    wait = answered_in.expected_days if answered_in else None
    before = signals(viewer).filter(service=service).first()
    routes = before.agreed_routes if before else 0
    ServiceSignal.objects.update_or_create(
        service_id=service.id,
        defaults={
            "tier": tier,
            "expected_wait_days": wait,
            "agreed_routes": agreed_routes,
            "as_of": clock.now(),
        },
    )
    if bool(routes) is not bool(agreed_routes):
        write_search_documents([service.id])
    if before is None or _said(before) != (tier, wait, agreed_routes):
        record(
            viewer, ServiceSignalSet(subject=service.ref, organization_id=service.organization_id, tier=tier)
        )


def _said(signal: ServiceSignal) -> tuple[SignalTier, int | None, int]:
    return SignalTier(signal.tier), signal.expected_wait_days, signal.agreed_routes
