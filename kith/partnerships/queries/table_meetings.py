"""When partners meet, and what they decided so far."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.models import Meeting
from kith.partnerships.policies.table import decisions, meetings

MOST_HELD = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """One meeting; `held_at` is None until what came of it was noted."""

    id: UUID
    starts_at: datetime
    minutes: int
    place: str
    agenda: tuple[str, ...]
    held_at: datetime | None
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableMeetings:
    """Those to come (or to be noted), the first first; those held, the newest first, at most 50."""

    planned: tuple[MeetingLine, ...]
    held: tuple[MeetingLine, ...]


def table_meetings(viewer: Viewer, *, partnership_id: UUID) -> TableMeetings:
    """All but those called off. Two statements."""
    rows = list(meetings(viewer, [partnership_id]).filter(called_off_at__isnull=True))
    decided: dict[UUID, list[str]] = defaultdict(list)
    for row in decisions(viewer, partnership_id):
        decided[row.meeting_id].append(row.words)
    lines = [_line(row, decided[row.pk]) for row in rows]
    return TableMeetings(
        planned=tuple(line for line in lines if line.held_at is None),
        held=tuple(line for line in reversed(lines) if line.held_at is not None)[:MOST_HELD],
    )


def _line(row: Meeting, decided: list[str]) -> MeetingLine:
    return MeetingLine(
        id=row.pk,
        starts_at=row.starts_at,
        minutes=row.minutes,
        place=row.place,
        agenda=tuple(row.agenda),
        held_at=row.held_at,
        decisions=tuple(decided),
    )
