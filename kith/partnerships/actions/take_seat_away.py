"""Taking a seat away from a partner."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.policies.partnership import May, one_partnership_to_change
from kith.partnerships.policies.seat import looks_after_table, seat_of
from kith.partnerships.table_errors import ReasonMissing, SeatLeads
from kith.partnerships.table_events import SeatTakenAway

LONGEST_REASON = 500


@transaction.atomic
def take_seat_away(viewer: Viewer, *, partnership_id: UUID, organization_id: UUID, reason: str) -> None:
    """End another's seat, with the reason that it is told; agreements stay as they are. It may come back.

    Raises NotFound (no such table, or no such seat), Denied, also for one's own seat, SeatLeads for a seat
    that looks after the table itself, or ReasonMissing.
    """
    partnership = one_partnership_to_change(viewer, partnership_id, May.CHANGE)
    seat = seat_of(partnership, organization_id)
    if viewer.organization_id is None or seat.organization_id == viewer.organization_id:
        raise Denied
    if looks_after_table(seat):
        raise SeatLeads
    why = reason.strip()
    if not 0 < len(why) <= LONGEST_REASON:
        raise ReasonMissing(field="reason")
    seat.left_at, seat.left_reason = clock.now(), why
    seat.save(update_fields=["left_at", "left_reason"])
    record(
        viewer,
        SeatTakenAway(
            subject=partnership.ref,
            organization_id=organization_id,
            by_organization_id=viewer.organization_id,
        ),
    )
