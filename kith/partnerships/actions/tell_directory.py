"""Say in the directory how an organisation's services stand to the partnership."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.directory.actions.set_service_signal import set_service_signal
from kith.directory.queries.services_of import services_of
from kith.directory.terms import SignalTier
from kith.partnerships.agreed_routes import agreed_routes
from kith.partnerships.expecting import answered_in
from kith.partnerships.policies.binding import bound_to
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.reading_outcomes import days_by_service


@transaction.atomic
def tell_directory(viewer: Viewer, *, organization_id: UUID) -> int:
    """Write of each service the tier, the expected wait and the agreed routes; returns of how many.

    A route is another organisation from which the service takes asks under what binds both today. The wait
    comes from past answers in the service's own days; paused days and agreed other times are not counted
    (promise 19). For Kith itself; raises Denied.
    """
    senders = _bound_with(viewer, organization_id)
    tier = _tier(viewer, organization_id, is_agreed=bool(senders))
    days = days_by_service(viewer)
    lines = services_of(viewer, organization_id=organization_id)
    routes = agreed_routes(
        viewer,
        receiver_id=organization_id,
        sender_ids=senders,
        service_ids=[line.id for line in lines],
    )
    for line in lines:
        set_service_signal(
            viewer,
            service_id=line.id,
            tier=tier,
            answered_in=answered_in(days, line.id),
            agreed_routes=routes[line.id],
        )
    return len(lines)


def _bound_with(viewer: Viewer, organization_id: UUID) -> list[UUID]:
    signed = bound_to(viewer, sender_id=organization_id).order_by()
    return list(signed.values_list("organization_id", flat=True).distinct())


def _tier(viewer: Viewer, organization_id: UUID, *, is_agreed: bool) -> SignalTier:
    if is_agreed:
        return SignalTier.AGREED
    is_partner = partners(viewer, May.ROUTE).filter(organization_id=organization_id).exists()
    return SignalTier.PARTNER if is_partner else SignalTier.LISTED
