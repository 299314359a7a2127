"""Leaving the table."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.policies.partnership import May, one_partnership_to_change
from kith.partnerships.policies.seat import all_seats, is_led_without, own_seat
from kith.partnerships.table_errors import NobodyLeads
from kith.partnerships.table_events import SeatLeft


@transaction.atomic
def leave_seat(viewer: Viewer, *, partnership_id: UUID) -> None:
    """Give up the seat of the viewer's organisation; agreements stay as they are. The last one ends it all.

    Raises NotFound, Denied, or NobodyLeads if the others had nobody to look after the table.
    """
    partnership = one_partnership_to_change(viewer, partnership_id, May.LEAVE)
    seat = own_seat(viewer, partnership)
    if not is_led_without(partnership, seat):
        raise NobodyLeads
    seat.left_at = clock.now()
    seat.save(update_fields=["left_at"])
    if not all_seats(partnership).filter(left_at__isnull=True).exists():
        partnership.ended_at = seat.left_at
        partnership.save(update_fields=["ended_at"])
    record(viewer, SeatLeft(subject=partnership.ref, organization_id=seat.organization_id))
