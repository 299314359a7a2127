"""A partner hears that its seat was taken away, and why."""

from uuid import UUID

from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.partnerships.actions.mail_lost_seat import mail_lost_seat
from kith.partnerships.table_events import SeatTakenAway


@listens_to(SeatTakenAway)
def tell_of_lost_seat(viewer: Viewer, event: Recorded) -> None:
    """Write to who sat there."""
    if event.organization_id is None:
        return
    mail_lost_seat(
        viewer,
        partnership_id=event.subject.id,
        organization_id=event.organization_id,
        by_id=UUID(str(event.payload["by_organization_id"])),
        dedupe_key=f"seat:{event.id}",
    )
