"""Who is away, now and later, and who could cover."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.accounts.lifecycle.absence import state_of
from kith.accounts.models import Absence
from kith.accounts.policies.absence import absences, lasting
from kith.accounts.queries.colleagues import ColleagueLine, colleagues
from kith.accounts.queries.member_names import member_names
from kith.accounts.terms import HELPS_PEOPLE, AbsenceState, May
from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """One absence that runs or is planned."""

    id: UUID
    name: str
    cover_name: str
    first_on: date
    last_on: date
    is_running: bool
    is_self: bool
    may_end: bool


@dataclass(frozen=True, slots=True)
class AbsencesPage:
    """The absences, earliest first; those whom the viewer may write down; those who could cover."""

    lines: list[AbsenceLine]
    may_be_away: list[ColleagueLine]
    may_cover: list[ColleagueLine]
    today: date


def absences_page(viewer: Viewer) -> AbsencesPage:
    """Who is away at the viewer's organisation from today on. A bounded number of statements."""
    today = clock.today(site_profile(viewer).timezone)
    rows = list(lasting(viewer, May.READ, first_on=today, last_on=date.max))
    ending = set(absences(viewer, May.CHANGE).filter(ended_at__isnull=True).values_list("pk", flat=True))
    names = member_names(viewer, user_ids=[one for row in rows for one in (row.user_id, row.cover_id)])
    helpers = [one for one in colleagues(viewer) if one.roles & HELPS_PEOPLE]
    return AbsencesPage(
        lines=[_line(viewer, row, names, today, may_end=row.pk in ending) for row in rows],
        may_be_away=[one for one in helpers if viewer.has(Role.ADMIN) or one.user_id == viewer.user_id],
        may_cover=helpers,
        today=today,
    )


def _line(viewer: Viewer, row: Absence, names: dict[UUID, str], today: date, *, may_end: bool) -> AbsenceLine:
    return AbsenceLine(
        id=row.pk,
        name=names.get(row.user_id, ""),
        cover_name=names.get(row.cover_id, ""),
        first_on=row.first_on,
        last_on=row.last_on,
        is_running=state_of(row, on=today) is AbsenceState.RUNNING,
        is_self=row.user_id == viewer.user_id,
        may_end=may_end,
    )
