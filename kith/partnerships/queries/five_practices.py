"""Five practices that keep a partnership well, each shown from what there is: no score, no gauge."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.clauses.giving import TrainingPledge
from kith.partnerships.clauses.meeting import MeetingCadence, ReviewCycle
from kith.partnerships.models import Partnership
from kith.partnerships.policies.partnership import May, one_partnership
from kith.partnerships.policies.table import joint_events
from kith.partnerships.practices import (
    Agreed,
    Dated,
    Meetings,
    PracticeLine,
    communication,
    formal_agreement,
    joint_training,
    regular_evaluation,
    shared_goals_looked_at,
)
from kith.partnerships.queries.agreements_list import AgreementLine
from kith.partnerships.queries.shared_goals import shared_goals
from kith.partnerships.queries.table_agreements import table_agreements
from kith.partnerships.queries.table_clauses import TableClause, table_clauses
from kith.partnerships.queries.table_meetings import table_meetings
from kith.partnerships.table_terms import GoalState, JointKind
from kith.partnerships.terms import Standing

WAITING = {Standing.WAITS_FOR_US, Standing.WAITS_FOR_OTHERS, Standing.DRAFT}


def five_practices(viewer: Viewer, *, partnership_id: UUID) -> list[PracticeLine]:
    """All five in their order, as far as the viewer may read. Raises NotFound."""
    row = one_partnership(viewer, partnership_id, May.READ)
    today = clock.today(row.timezone)
    said = table_clauses(viewer, partnership_id=partnership_id)
    met = _meetings(viewer, row, said)
    trainings, reviews = (_held(viewer, row, kind) for kind in (JointKind.TRAINING, JointKind.REVIEW))
    return [
        communication(met, today=today),
        formal_agreement(_agreed(table_agreements(viewer, partnership_id=partnership_id)), today=today),
        joint_training(trainings, _pledged(said), today=today),
        shared_goals_looked_at(_looked(viewer, row), planned=met.planned, today=today),
        regular_evaluation(
            max(reviews, default=None),
            begun_on=min((one.starts_on for one, _ in _cycles(said)), default=None),
            every_months=min((months for _, months in _cycles(said)), default=None),
            today=today,
        ),
    ]


def _meetings(viewer: Viewer, row: Partnership, said: Sequence[TableClause]) -> Meetings:
    found, now = table_meetings(viewer, partnership_id=row.pk), clock.now()
    dated = [(line.starts_at <= now, Dated(line.id, _day(line.starts_at, row))) for line in found.planned]
    rhythms = [one.clause.body for one in said if isinstance(one.clause.body, MeetingCadence)]
    return Meetings(
        last_on=_day(found.held[0].starts_at, row) if found.held else None,
        to_note=next((one for is_past, one in dated if is_past), None),
        planned=next((one for is_past, one in dated if not is_past), None),
        every_weeks=min((body.every_weeks for body in rhythms), default=None),
    )


def _agreed(lines: Sequence[AgreementLine]) -> Agreed:
    """Of those in force, the one that ends first."""
    binding = sorted(
        (line for line in lines if line.standing is Standing.BINDS), key=lambda line: line.ends_on or date.max
    )
    first = next(iter(binding), None)
    return Agreed(
        in_force=Dated(first.id, first.starts_on) if first else None,
        ends_on=first.ends_on if first else None,
        review_on=first.review_on if first else None,
        waiting=next((line.id for line in lines if line.standing in WAITING), None),
    )


def _held(viewer: Viewer, row: Partnership, kind: JointKind) -> list[date]:
    found = joint_events(viewer, row.pk).filter(kind=kind.value)
    return list(found.values_list("held_on", flat=True))


def _pledged(said: Sequence[TableClause]) -> list[date]:
    bodies = [one.clause.body for one in said]
    return [body.by_on for body in bodies if isinstance(body, TrainingPledge) and body.by_on is not None]


def _cycles(said: Sequence[TableClause]) -> list[tuple[TableClause, int]]:
    return [(one, one.clause.body.every_months) for one in said if isinstance(one.clause.body, ReviewCycle)]


def _looked(viewer: Viewer, row: Partnership) -> list[date | None]:
    lines = shared_goals(viewer, partnership_id=row.pk)
    opened = [line.looked_at for line in lines if line.state is GoalState.OPEN]
    return [_day(at, row) if at else None for at in opened]


def _day(at: datetime, row: Partnership) -> date:
    return at.astimezone(ZoneInfo(row.timezone)).date()
