"""One meeting: when and where, its agenda, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.models import Meeting
from kith.partnerships.policies.action_item import May as MayDo
from kith.partnerships.policies.action_item import action_items
from kith.partnerships.policies.partnership import May, one_partnership, partnerships
from kith.partnerships.policies.table import decisions, one_meeting


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One thing to do that this meeting agreed on, and when it was done."""

    words: str
    organization_name: str
    due_on: date
    done_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """The meeting, and what the viewer may do with it now."""

    id: UUID
    partnership_id: UUID
    timezone: str
    starts_at: datetime
    minutes: int
    place: str
    agenda: tuple[str, ...]
    held_at: datetime | None
    called_off_at: datetime | None
    came: tuple[str, ...]
    decisions: tuple[str, ...]
    to_do: tuple[DoneLine, ...]
    may_look_after: bool
    may_change: bool
    may_note: bool


def meeting_page(viewer: Viewer, *, meeting_id: UUID) -> MeetingPage:
    """The meeting; who came by name. Raises NotFound."""
    row = one_meeting(viewer, meeting_id, May.READ)
    partnership = one_partnership(viewer, row.partnership_id, May.READ)
    items = list(action_items(viewer, MayDo.READ).filter(meeting_id=row.pk))
    came = [UUID(one) for one in row.came]
    names = organization_names(viewer, organization_ids=[*came, *(item.organization_id for item in items)])
    looks_after = partnerships(viewer, May.CHANGE).filter(pk=partnership.pk).exists()
    may_change = looks_after and row.held_at is None and row.called_off_at is None
    return MeetingPage(
        id=row.pk,
        partnership_id=partnership.pk,
        timezone=partnership.timezone,
        starts_at=row.starts_at,
        minutes=row.minutes,
        place=row.place,
        agenda=tuple(row.agenda),
        held_at=row.held_at,
        called_off_at=row.called_off_at,
        came=tuple(sorted(names.get(one, "") for one in came)),
        decisions=_decided(viewer, row),
        to_do=tuple(
            DoneLine(item.words, names.get(item.organization_id, ""), item.due_on, item.done_at)
            for item in items
        ),
        may_look_after=looks_after,
        may_change=may_change,
        may_note=may_change and row.starts_at <= clock.now(),
    )


def _decided(viewer: Viewer, row: Meeting) -> tuple[str, ...]:
    rows = decisions(viewer, row.partnership_id).filter(meeting_id=row.pk).order_by("place")
    return tuple(rows.values_list("words", flat=True))
