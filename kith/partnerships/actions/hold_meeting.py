"""Noting what came of a meeting."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.meeting import check_has_begun, check_is_planned
from kith.partnerships.meeting_check import Outcome, checked_outcome
from kith.partnerships.models import ActionItem, Meeting, MeetingDecision
from kith.partnerships.policies.partnership import May, one_partnership
from kith.partnerships.policies.seat import seats
from kith.partnerships.policies.table import one_meeting_to_change, open_goals
from kith.partnerships.table_events import MeetingHeld


@transaction.atomic
def hold_meeting(viewer: Viewer, *, meeting_id: UUID, outcome: Outcome) -> None:
    """Keep who came, what was decided, who does what by when, and which goals were looked at.

    Raises NotFound, Denied, NotYetHeld, MeetingIsOver, BadNote or BadActionItem.
    """
    meeting = one_meeting_to_change(viewer, meeting_id)
    check_is_planned(meeting.held_at, meeting.called_off_at)
    now = clock.now()
    check_has_begun(meeting.starts_at, now=now)
    said = checked_outcome(outcome, seated=_seated(viewer, meeting), from_on=_day_of(viewer, meeting))
    meeting.held_at = now
    meeting.came = sorted(map(str, said.came))
    meeting.save(update_fields=["held_at", "came"])
    _keep(meeting, said, now)
    record(
        viewer,
        MeetingHeld(
            subject=meeting.ref,
            organization_id=viewer.organization_id,
            came=len(said.came),
            decisions=len(said.decisions),
            action_items=len(said.to_do),
        ),
    )


def _seated(viewer: Viewer, meeting: Meeting) -> set[UUID]:
    return {seat.organization_id for seat in seats(viewer, [meeting.partnership_id])}


def _day_of(viewer: Viewer, meeting: Meeting) -> date:
    partnership = one_partnership(viewer, meeting.partnership_id, May.CHANGE)
    return meeting.starts_at.astimezone(ZoneInfo(partnership.timezone)).date()


def _keep(meeting: Meeting, said: Outcome, now: datetime) -> None:
    MeetingDecision.objects.bulk_create(
        MeetingDecision(meeting=meeting, place=place, words=words)
        for place, words in enumerate(said.decisions)
    )
    ActionItem.objects.bulk_create(
        ActionItem(
            partnership_id=meeting.partnership_id,
            meeting=meeting,
            words=one.words,
            organization_id=one.organization_id,
            due_on=one.due_on,
        )
        for one in said.to_do
    )
    open_goals(meeting.partnership_id, said.goal_ids).update(looked_at=now)
