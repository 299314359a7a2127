"""Goals, meetings, decisions and what was done together are seen by those who may see their partnership."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import narrowed, one
from kith.core.viewer import Viewer
from kith.partnerships.models import JointEvent, Meeting, MeetingDecision, Partnership, SharedGoal
from kith.partnerships.policies.partnership import May, partnerships
from kith.partnerships.table_terms import GoalState


def _of_partnerships(may: May) -> Callable[[Viewer], Q]:
    return lambda viewer: Q(partnership_id__in=partnerships(viewer, may).values("pk"))


POLICY: dict[May, Callable[[Viewer], Q]] = {may: _of_partnerships(may) for may in May}


def goals(viewer: Viewer, partnership_id: UUID) -> QuerySet[SharedGoal]:
    """What is wanted at this table, in the order it was set."""
    rows = SharedGoal.objects.filter(partnership_id=partnership_id).order_by("place", "pk")
    return narrowed(rows, POLICY, viewer, May.READ)


def one_goal(viewer: Viewer, goal_id: UUID, may: May) -> SharedGoal:
    """The goal with this id. Raises NotFound or Denied."""
    return one(SharedGoal.objects.all(), POLICY, viewer, row_id=goal_id, may=may, read=May.READ)


def one_goal_to_change(viewer: Viewer, goal_id: UUID) -> SharedGoal:
    """As `one_goal`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = SharedGoal.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=goal_id, may=May.CHANGE, read=May.READ)


def open_goals(partnership_id: UUID, goal_ids: Iterable[UUID]) -> QuerySet[SharedGoal]:
    """Those of these goals that are open, at a table that its own policy has found for a change."""
    rows = SharedGoal.objects.filter(partnership_id=partnership_id, state=GoalState.OPEN.value)
    return rows.filter(pk__in=list(goal_ids))


def goal_count(partnership: Partnership) -> int:
    """How many goals were ever set at a table that its own policy has found for a change."""
    return SharedGoal.objects.filter(partnership_id=partnership.pk).count()


def meetings(viewer: Viewer, partnership_ids: Iterable[UUID]) -> QuerySet[Meeting]:
    """The meetings of these tables, the first to begin first."""
    rows = Meeting.objects.filter(partnership_id__in=list(partnership_ids)).order_by("starts_at", "pk")
    return narrowed(rows, POLICY, viewer, May.READ)


def one_meeting(viewer: Viewer, meeting_id: UUID, may: May) -> Meeting:
    """The meeting with this id. Raises NotFound or Denied."""
    return one(Meeting.objects.all(), POLICY, viewer, row_id=meeting_id, may=may, read=May.READ)


def one_meeting_to_change(viewer: Viewer, meeting_id: UUID) -> Meeting:
    """As `one_meeting`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Meeting.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=meeting_id, may=May.CHANGE, read=May.READ)


def decisions(viewer: Viewer, partnership_id: UUID) -> QuerySet[MeetingDecision]:
    """What was decided at this table, the newest meeting first."""
    seen = meetings(viewer, [partnership_id]).order_by()
    rows = MeetingDecision.objects.filter(meeting_id__in=seen.values("pk"))
    return rows.order_by("-meeting__starts_at", "-meeting_id", "place")


def joint_events(viewer: Viewer, partnership_id: UUID) -> QuerySet[JointEvent]:
    """The trainings and reviews that were held together, the newest first."""
    rows = JointEvent.objects.filter(partnership_id=partnership_id).order_by("-held_on", "-pk")
    return narrowed(rows, POLICY, viewer, May.READ)
