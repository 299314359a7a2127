"""Saying what matters most to one's own organisation."""

from uuid import UUID

from django.db import transaction

from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.policies.partnership import May, one_partnership_to_change
from kith.partnerships.policies.seat import own_seat
from kith.partnerships.table_check import LONGEST_WORDS
from kith.partnerships.table_events import PrioritiesStated


@transaction.atomic
def state_priorities(viewer: Viewer, *, partnership_id: UUID, priorities: str) -> None:
    """Keep the own words of the viewer's seat; all others at the table read them.

    Raises NotFound, Denied, or BadInput for over 5,000 letters.
    """
    partnership = one_partnership_to_change(viewer, partnership_id, May.TAKE_PART)
    if len(priorities) > LONGEST_WORDS:
        raise BadInput(field="priorities")
    seat = own_seat(viewer, partnership)
    seat.priorities = priorities.strip()
    seat.save(update_fields=["priorities"])
    record(viewer, PrioritiesStated(subject=partnership.ref, organization_id=seat.organization_id))
