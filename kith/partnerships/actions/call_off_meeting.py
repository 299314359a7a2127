"""Calling a meeting off."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.meeting import check_is_planned
from kith.partnerships.policies.table import one_meeting_to_change
from kith.partnerships.table_events import MeetingCalledOff


@transaction.atomic
def call_off_meeting(viewer: Viewer, *, meeting_id: UUID) -> None:
    """The meeting does not take place; it stays on record.

    Raises NotFound, Denied or MeetingIsOver.
    """
    meeting = one_meeting_to_change(viewer, meeting_id)
    check_is_planned(meeting.held_at, meeting.called_off_at)
    meeting.called_off_at = clock.now()
    meeting.save(update_fields=["called_off_at"])
    record(viewer, MeetingCalledOff(subject=meeting.ref, organization_id=viewer.organization_id))
