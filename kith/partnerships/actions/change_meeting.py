"""Saying anew when, where and about what partners meet."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.meeting import check_is_planned
from kith.partnerships.meeting_check import MeetingPlan, checked_plan
from kith.partnerships.policies.table import one_meeting_to_change
from kith.partnerships.table_events import MeetingChanged


@transaction.atomic
def change_meeting(viewer: Viewer, *, meeting_id: UUID, plan: MeetingPlan) -> None:
    """Keep time, place and agenda as they are said now.

    Raises NotFound, Denied, BadMeeting, or MeetingIsOver.
    """
    meeting = one_meeting_to_change(viewer, meeting_id)
    check_is_planned(meeting.held_at, meeting.called_off_at)
    said = checked_plan(plan, now=clock.now())
    meeting.starts_at = said.starts_at
    meeting.minutes = said.minutes
    meeting.place = said.place
    meeting.agenda = list(said.agenda)
    meeting.save(update_fields=["starts_at", "minutes", "place", "agenda"])
    record(viewer, MeetingChanged(subject=meeting.ref, organization_id=viewer.organization_id))
