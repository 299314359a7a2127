"""Who is away today, and who is there for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.accounts.models import Absence
from kith.accounts.policies.absence import lasting
from kith.accounts.queries.colleagues import ColleagueLine, colleagues
from kith.accounts.terms import HELPS_PEOPLE, May
from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class AwayLine:
    """One worker who is away until `last_on`, and the one colleague who has their work today."""

    user_id: UUID
    name: str
    last_on: date
    cover_id: UUID
    cover_name: str


def away_now(viewer: Viewer) -> list[AwayLine]:
    """Who helps people at the viewer's organisation and is away today, by first day. Three statements.

    Where whoever was to cover has left or helps people no more, the first colleague by name who is there has
    it. Where nobody is there, the worker counts as present and is not in the list: no clock without an owner.
    """
    today = clock.today(site_profile(viewer).timezone)
    running = list(lasting(viewer, May.READ, first_on=today, last_on=today))
    if not running:
        return []
    helpers = [one for one in colleagues(viewer) if one.roles & HELPS_PEOPLE]
    away = {absence.user_id for absence in running}
    present = [one for one in helpers if one.user_id not in away]
    names = {one.user_id: one.name for one in helpers}
    return [
        AwayLine(absence.user_id, names[absence.user_id], absence.last_on, cover.user_id, cover.name)
        for absence in running
        if absence.user_id in names and (cover := _cover(absence, present)) is not None
    ]


def _cover(absence: Absence, present: Sequence[ColleagueLine]) -> ColleagueLine | None:
    chosen = [one for one in present if one.user_id == absence.cover_id]
    return next(iter([*chosen, *present]), None)
