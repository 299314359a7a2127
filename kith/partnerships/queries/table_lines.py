"""What a partner hears of its tables in the weekly mail: the next meeting, and what it took on."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.models import ActionItem, Meeting, Partnership
from kith.partnerships.policies.action_item import open_items
from kith.partnerships.policies.partnership import May, partnerships
from kith.partnerships.policies.seat import tables_of
from kith.partnerships.policies.table import meetings
from kith.partnerships.routine import RoutineLine

AHEAD = timedelta(days=14)


def table_lines(viewer: Viewer, *, organization_id: UUID) -> list[RoutineLine]:
    """Meetings of the next two weeks, then what this organisation has to do by then. Four statements.

    A meeting that was moved is told again.
    """
    ids = tables_of(viewer, organization_id)
    tables = {row.pk: row for row in partnerships(viewer, May.READ).filter(pk__in=ids)}
    now = clock.now()
    coming = meetings(viewer, tables).filter(
        held_at__isnull=True, called_off_at__isnull=True, starts_at__gt=now, starts_at__lte=now + AHEAD
    )
    owed = open_items(viewer, tables).filter(
        organization_id=organization_id, due_on__lte=(now + AHEAD).date()
    )
    return [*_meetings(coming, tables), *_owed(owed, tables)]


def _meetings(rows: Iterable[Meeting], tables: dict[UUID, Partnership]) -> list[RoutineLine]:
    said = _("%(day)s at %(time)s: meeting of “%(table)s”. %(place)s")
    lines = []
    for row in rows:
        table = tables[row.partnership_id]
        at = row.starts_at.astimezone(ZoneInfo(table.timezone))
        words = {"day": date_format(at.date(), "l j F"), "time": f"{at:%H:%M}", "table": table.name}
        lines.append(
            RoutineLine(
                key=f"meeting:{row.pk}:{at:%Y%m%d%H%M}", words=(said % {**words, "place": row.place}).strip()
            )
        )
    return lines


def _owed(rows: Iterable[ActionItem], tables: dict[UUID, Partnership]) -> list[RoutineLine]:
    said = _("By %(day)s, you said you would do this for “%(table)s”: %(what)s")
    return [
        RoutineLine(
            key=f"action:{row.pk}",
            words=said
            % {
                "day": date_format(row.due_on, "j F"),
                "table": tables[row.partnership_id].name,
                "what": row.words,
            },
        )
        for row in rows
    ]
