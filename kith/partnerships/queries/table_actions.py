"""Who does what by when, of what was decided at a table."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.models import ActionItem
from kith.partnerships.policies.action_item import May, action_items, open_items


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One thing to do: the one organisation that does it, and the one day."""

    id: UUID
    words: str
    organization_id: UUID
    organization_name: str
    due_on: date
    may_close: bool


@dataclass(frozen=True, slots=True)
class TableActions:
    """What is still to do: by the viewer's organisation, and by the others."""

    ours: tuple[ActionLine, ...]
    theirs: tuple[ActionLine, ...]


def table_actions(viewer: Viewer, *, partnership_id: UUID) -> TableActions:
    """The first due first. Three statements."""
    rows = list(open_items(viewer, [partnership_id]))
    names = organization_names(viewer, organization_ids=[row.organization_id for row in rows])
    ids = [row.pk for row in rows]
    closable = set(action_items(viewer, May.CLOSE).filter(pk__in=ids).values_list("pk", flat=True))
    lines = [_line(row, names, row.pk in closable) for row in rows]
    ours = tuple(line for line in lines if line.organization_id == viewer.organization_id)
    return TableActions(ours, tuple(line for line in lines if line not in ours))


def _line(row: ActionItem, names: dict[UUID, str], may_close: bool) -> ActionLine:
    return ActionLine(
        id=row.pk,
        words=row.words,
        organization_id=row.organization_id,
        organization_name=names.get(row.organization_id, ""),
        due_on=row.due_on,
        may_close=may_close,
    )
