"""What two partners promised each other, and what became of it: the same for both sides."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.partnerships.kept_counts import KeptLine, kept_lines
from kith.partnerships.models import PromiseOutcome
from kith.partnerships.policies.promise_outcome import May, is_side, outcomes
from kith.partnerships.reading_outcomes import became


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseReport:
    """`by_first` is what `organization_id` promised to `other_id`; `by_other` the other way about.

    Asked from `since` to `until`, both days included, in the site's days.
    """

    organization_id: UUID
    other_id: UUID
    since: date
    until: date
    by_first: tuple[KeptLine, ...]
    by_other: tuple[KeptLine, ...]


def promise_report(
    viewer: Viewer, *, organization_id: UUID, other_id: UUID, since: date, until: date
) -> PromiseReport:
    """Whoever of the two looks sees the same. Two statements. Raises NotFound for everybody else."""
    if not is_side(viewer, {organization_id, other_id}):
        raise NotFound
    zone = ZoneInfo(site_profile(viewer).timezone or "UTC")
    asked = outcomes(viewer, May.READ).filter(
        asked_at__gte=_begins(since, zone), asked_at__lt=_begins(until + timedelta(days=1), zone)
    )
    return PromiseReport(
        organization_id=organization_id,
        other_id=other_id,
        since=since,
        until=until,
        by_first=_lines(asked, organization_id, other_id),
        by_other=_lines(asked, other_id, organization_id),
    )


def _lines(asked: QuerySet[PromiseOutcome], promiser_id: UUID, towards_id: UUID) -> tuple[KeptLine, ...]:
    rows = asked.filter(promiser_id=promiser_id, towards_id=towards_id)
    return kept_lines(became(rows), now=clock.now())


def _begins(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
