"""At which tables the viewer's organisation and another sit together, and what comes next there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.models import Meeting
from kith.partnerships.policies.action_item import open_items
from kith.partnerships.policies.partnership import May, partnerships
from kith.partnerships.policies.seat import seats
from kith.partnerships.policies.table import meetings

LONGEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTogether:
    """One partnership: its next meeting, None where none is planned; how much each of the two has to do."""

    id: UUID
    name: str
    timezone: str
    meeting_id: UUID | None
    meets_at: datetime | None
    meets_where: str
    ours_to_do: int
    theirs_to_do: int


def tables_together(viewer: Viewer, *, organization_id: UUID) -> list[TableTogether]:
    """By name; up to 50; none for one's own organisation. Five statements."""
    if viewer.organization_id in {None, organization_id}:
        return []
    known = list(partnerships(viewer, May.READ).order_by("name", "pk").values_list("pk", flat=True))
    at = {(row.partnership_id, row.organization_id) for row in seats(viewer, known)}
    both = [pk for pk in known if {(pk, organization_id), (pk, viewer.organization_id)} <= at][:LONGEST]
    following = _following(viewer, both)
    to_do = [(row.partnership_id, row.organization_id) for row in open_items(viewer, both)]
    found = []
    for row in partnerships(viewer, May.READ).filter(pk__in=both).order_by("name", "pk"):
        meeting = following.get(row.pk)
        found.append(
            TableTogether(
                id=row.pk,
                name=row.name,
                timezone=row.timezone,
                meeting_id=meeting.pk if meeting else None,
                meets_at=meeting.starts_at if meeting else None,
                meets_where=meeting.place if meeting else "",
                ours_to_do=sum(one == (row.pk, viewer.organization_id) for one in to_do),
                theirs_to_do=to_do.count((row.pk, organization_id)),
            )
        )
    return found


def _following(viewer: Viewer, partnership_ids: list[UUID]) -> dict[UUID, Meeting]:
    """The next meeting of each that is neither held nor called off."""
    found: dict[UUID, Meeting] = {}
    planned = meetings(viewer, partnership_ids).filter(
        held_at__isnull=True, called_off_at__isnull=True, starts_at__gte=clock.now()
    )
    for row in planned.order_by("starts_at", "pk"):
        found.setdefault(row.partnership_id, row)
    return found
