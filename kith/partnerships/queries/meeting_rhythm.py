"""How often partners agreed to meet, what is always on the agenda, and whom to call when it is stuck."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core import clock
from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.clauses.meeting import MeetingCadence
from kith.partnerships.models import Partnership
from kith.partnerships.policies.partner import May as MayPartner
from kith.partnerships.policies.partner import partners
from kith.partnerships.policies.partnership import May, one_partnership
from kith.partnerships.policies.seat import seats
from kith.partnerships.policies.table import meetings
from kith.partnerships.policies.week import weeks_of
from kith.partnerships.queries.people_at import SeatPerson, people_at
from kith.partnerships.queries.table_clauses import table_clauses
from kith.partnerships.table_days import next_meeting_at

USUAL_HOUR = time(10)


@dataclass(frozen=True, slots=True)
class StuckLine:
    """An organisation to call when something is stuck, and its people whom the viewer may know."""

    organization_id: UUID
    name: str
    people: tuple[SeatPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRhythm:
    """What was agreed, and the next meeting that would follow from it."""

    every_weeks: int
    minutes: int
    where: str
    agenda: tuple[str, ...]
    suggested_at: datetime
    stuck: tuple[StuckLine, ...]


def meeting_rhythm(viewer: Viewer, *, partnership_id: UUID) -> MeetingRhythm | None:
    """The shortest rhythm that binds at this table; None where none is agreed. Raises NotFound."""
    row = one_partnership(viewer, partnership_id, May.READ)
    agreed = [
        (one.clause.body, one.starts_on)
        for one in table_clauses(viewer, partnership_id=partnership_id)
        if isinstance(one.clause.body, MeetingCadence)
    ]
    if not agreed:
        return None
    body, starts_on = min(agreed, key=lambda one: one[0].every_weeks)
    return MeetingRhythm(
        every_weeks=body.every_weeks,
        minutes=body.minutes,
        where=body.where,
        agenda=body.agenda,
        suggested_at=next_meeting_at(
            last=_last(viewer, row, starts_on),
            every_weeks=body.every_weeks,
            now=clock.now(),
            timezone=row.timezone,
            weeks=_weeks(viewer, row),
        ),
        stuck=_stuck(viewer, body.escalation),
    )


def _last(viewer: Viewer, row: Partnership, starts_on: date) -> datetime:
    """When the last meeting begins; before the first one, ten o'clock on the agreement's first day."""
    newest = meetings(viewer, [row.pk]).filter(called_off_at__isnull=True).last()
    if newest is not None:
        return newest.starts_at
    return datetime.combine(starts_on, USUAL_HOUR, ZoneInfo(row.timezone)).astimezone(UTC)


def _weeks(viewer: Viewer, row: Partnership) -> list[WorkingWeek]:
    sitting = [seat.organization_id for seat in seats(viewer, [row.pk])]
    found = list(partners(viewer, MayPartner.WEEK).filter(organization_id__in=sitting))
    return list(weeks_of(viewer, found, MayPartner.WEEK).values())


def _stuck(viewer: Viewer, organization_ids: tuple[UUID, ...]) -> tuple[StuckLine, ...]:
    names = organization_names(viewer, organization_ids=organization_ids)
    people = people_at(viewer, organization_ids=organization_ids)
    return tuple(StuckLine(one, names.get(one, ""), tuple(people[one])) for one in organization_ids)
