"""What an organisation reports to a funder: the measures that the two agreed on, and nothing else."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import Measure
from kith.partnerships.clauses.sharing import ReportingScope
from kith.partnerships.models import Clause
from kith.partnerships.policies.outsiders import reported_clauses
from kith.partnerships.policies.promise_outcome import reported_outcomes
from kith.partnerships.small_numbers import told_counts
from kith.partnerships.stored import stated
from kith.partnerships.terms import PromiseResult

MOST_PERIODS = 24
MONTHS = 12
YES = "yes"
"""What the room above calls an answer that takes somebody."""


@dataclass(frozen=True, slots=True)
class FunderPeriod:
    """One whole period, both days included. A count is None where it is too small to be told."""

    first_on: date
    last_on: date
    counts: dict[Measure, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunderReport:
    """Under one clause. `not_counted`: measures that were agreed on and that Kith does not count yet."""

    agreement_id: UUID
    not_counted: tuple[Measure, ...]
    periods: tuple[FunderPeriod, ...]


def funder_report(viewer: Viewer, *, organization_id: UUID) -> list[FunderReport]:
    """One for each clause that reports to the viewer's organisation; the newest whole periods first.

    Periods are those of the clause and can not be chosen, so that no two differ by a few people. Raises
    NotFound where nothing is reported.
    """
    found = reported_clauses(viewer).filter(organization_id=organization_id)
    rows = list(found.select_related("version__agreement"))
    if not rows:
        raise NotFound
    return [_report(viewer, row) for row in rows]


def _report(viewer: Viewer, row: Clause) -> FunderReport:
    body = stated(row).body
    measures = body.measures if isinstance(body, ReportingScope) else frozenset[Measure]()
    months = body.every_months if isinstance(body, ReportingScope) else 1
    periods = [_period(viewer, row, first, last, measures) for first, last in _whole_periods(row, months)]
    counted = {Measure.ASKED, Measure.TAKEN, Measure.IN_TIME}
    return FunderReport(
        agreement_id=row.version.agreement_id,
        not_counted=tuple(one for one in Measure if one in measures - counted),
        periods=tuple(reversed(periods))[:MOST_PERIODS],
    )


def _whole_periods(row: Clause, months: int) -> Iterator[tuple[date, date]]:
    """From the first day of the agreement on, as far as they are over where it is."""
    today = clock.today(row.version.agreement.timezone)
    at = 0
    while (last := _day(row, (at + 1) * months) - timedelta(days=1)) < today:
        yield _day(row, at * months), last
        at += 1


def _day(row: Clause, months: int) -> date:
    """So many months after the first day of the agreement, at the latest the last day of that month."""
    start = row.version.starts_on
    year, month = divmod(start.month - 1 + months, MONTHS)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _period(
    viewer: Viewer, row: Clause, first: date, last: date, measures: frozenset[Measure]
) -> FunderPeriod:
    zone = ZoneInfo(row.version.agreement.timezone)
    rows = reported_outcomes(viewer, row).filter(
        asked_at__gte=datetime.combine(first, time(), zone),
        asked_at__lt=datetime.combine(last + timedelta(days=1), time(), zone),
    )
    asked, parts = told_counts(
        rows.count(),
        {
            Measure.TAKEN: rows.filter(answer=YES).count(),
            Measure.IN_TIME: rows.filter(result=PromiseResult.IN_TIME.value).count(),
        },
    )
    told = {Measure.ASKED: asked, **parts}
    return FunderPeriod(first, last, {one: told[one] for one in Measure if one in measures and one in told})
