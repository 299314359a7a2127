"""Planning a meeting."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.meeting_check import MeetingPlan, checked_plan
from kith.partnerships.models import Meeting
from kith.partnerships.policies.partnership import May, one_partnership
from kith.partnerships.table_events import MeetingPlanned


@transaction.atomic
def plan_meeting(viewer: Viewer, *, partnership_id: UUID, plan: MeetingPlan) -> UUID:
    """Put a meeting with its agenda before all who sit at the table. Returns its id.

    Raises NotFound, Denied or BadMeeting.
    """
    partnership = one_partnership(viewer, partnership_id, May.CHANGE)
    if viewer.organization_id is None:
        raise Denied
    said = checked_plan(plan, now=clock.now())
    meeting = Meeting.objects.create(
        partnership=partnership,
        starts_at=said.starts_at,
        minutes=said.minutes,
        place=said.place,
        agenda=list(said.agenda),
        planned_by_id=viewer.organization_id,
    )
    record(viewer, MeetingPlanned(subject=meeting.ref, organization_id=viewer.organization_id))
    return meeting.pk
