"""Keep what became of a promise: rooms above push it down, both sides read it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek, due_at
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.stated import read_body
from kith.partnerships.events import PromiseNoted
from kith.partnerships.models import PromiseOutcome, Variation
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.promise_made import agreed_variations, promise_made
from kith.partnerships.policies.promise_outcome import outcome_to_note
from kith.partnerships.policies.week import weeks_of
from kith.partnerships.promise_told import PromiseTold, answered_days, days_it_ran, result_of, was_paused
from kith.partnerships.terms import PromiseResult

NO_DAYS = WorkingWeek("UTC", {})


@transaction.atomic
def note_promise(viewer: Viewer, *, told: PromiseTold) -> UUID:
    """Write the row of this asking as it stands now. Returns the row's id.

    The clause is the one that held when it was asked. Where an agreed variation held while it ran, the later
    of the two times counts: agreed departures are not lateness (promise 18). Raises Denied.
    """
    row = outcome_to_note(viewer, source_id=told.source_id, kind=told.kind)
    before = (row.result, row.answered_at, row.is_varied) if row else None
    week = _week(viewer, told.promiser_id)
    row = row or _new_row(viewer, told, week)
    _fill(viewer, row, told, week)
    row.save()
    if before != (row.result, row.answered_at, row.is_varied):
        record(
            viewer,
            PromiseNoted(
                subject=Ref("promise_outcome", row.pk),
                organization_id=row.promiser_id,
                partner_organization_id=row.towards_id,
                result=PromiseResult(row.result),
            ),
        )
    return row.pk


def _week(viewer: Viewer, organization_id: UUID) -> WorkingWeek:
    found = list(partners(viewer, May.ROUTE).filter(organization_id=organization_id))
    return weeks_of(viewer, found, May.ROUTE).get(organization_id, NO_DAYS)


def _new_row(viewer: Viewer, told: PromiseTold, week: WorkingWeek) -> PromiseOutcome:
    clause = _clause(viewer, told, week)
    return PromiseOutcome(
        source_id=told.source_id,
        kind=told.kind.value,
        agreement_id=clause[0] if clause else None,
        clause_key=clause[1] if clause else None,
        promiser_id=told.promiser_id,
        towards_id=told.towards_id,
        service_id=told.service_id,
        asked_at=told.asked_at,
    )


def _clause(viewer: Viewer, told: PromiseTold, week: WorkingWeek) -> tuple[UUID, UUID] | None:
    if not told.is_promised:
        return None
    made = promise_made(
        viewer,
        kind=told.kind,
        promiser_id=told.promiser_id,
        towards_id=told.towards_id,
        service_id=told.service_id,
        at=told.asked_at,
        on=days_it_ran(week, asked_at=told.asked_at, until=None)[0],
    )
    return (made.version.agreement_id, made.key) if made else None


def _fill(viewer: Viewer, row: PromiseOutcome, told: PromiseTold, week: WorkingWeek) -> None:
    until = told.answered_at or told.closed_at or told.due_at
    first, last = days_it_ran(week, asked_at=told.asked_at, until=until)
    varied = _varied(viewer, row, first, last)
    row.is_varied = bool(varied)
    row.was_paused = was_paused(week, first, last)
    row.due_at = max(filter(None, [told.due_at, *_varied_times(varied, told, week)]), default=None)
    row.answered_at, row.answer, row.closed_at = told.answered_at, told.answer, told.closed_at
    row.answered_days = answered_days(week, asked_at=told.asked_at, answered_at=told.answered_at)
    row.result = result_of(due_at=row.due_at, answered_at=told.answered_at, closed_at=told.closed_at).value


def _varied(viewer: Viewer, row: PromiseOutcome, first: date, last: date) -> list[Variation]:
    if row.agreement_id is None or row.clause_key is None:
        return []
    return list(
        agreed_variations(
            viewer,
            agreement_id=row.agreement_id,
            clause_key=row.clause_key,
            first_on=first,
            last_on=last,
        )
    )


def _varied_times(varied: list[Variation], told: PromiseTold, week: WorkingWeek) -> list[datetime | None]:
    bodies = [read_body(told.kind, one.terms) for one in varied]
    days = [body.days for body in bodies if isinstance(body, ResponsePromise | FollowUpPromise)]
    return [due_at(week, start=told.asked_at, days=count) for count in days]
