"""Places kept for each other, what is reported to a funder, and tables shared, ready for a template."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.directory.queries.service_names import service_names
from kith.partnerships.clause_terms import MEASURE_WORDS, Measure
from kith.partnerships.queries.funder_report import FunderPeriod, funder_report
from kith.partnerships.queries.partner_page import PartnerPage
from kith.partnerships.queries.pledged_places import PledgedPlaces, pledged_places
from kith.partnerships.queries.tables_together import tables_together


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """One pledge: whose it is, for which service, and how much of it is taken."""

    whose: str
    service_name: str
    line: PledgedPlaces


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """One period as it is reported: each measure in words with its count, or why there is none."""

    period: FunderPeriod
    counts: tuple[tuple[str, str], ...]


def pledges_between(viewer: Viewer, page: PartnerPage) -> dict[str, object]:
    """For a partner's page: their pledges first, then ours; what they report to us; and where both sit."""
    us = viewer.organization_id
    if page.is_own or us is None:
        return {}
    theirs = pledged_places(viewer, organization_id=page.organization_id, other_id=us)
    ours = pledged_places(viewer, organization_id=us, other_id=page.organization_id)
    names = _service_names(viewer, [*theirs, *ours])
    rows = [
        *(_pledge(_("They keep for us"), line, names) for line in theirs),
        *(_pledge(_("We keep for them"), line, names) for line in ours),
    ]
    tables = tables_together(viewer, organization_id=page.organization_id)
    return {"pledges": rows, "reported": _reported(viewer, page), "tables": tables}


def _service_names(viewer: Viewer, lines: Sequence[PledgedPlaces]) -> dict[UUID, str]:
    ids = [line.service_id for line in lines if line.service_id]
    return service_names(viewer, service_ids=ids) if ids else {}


def _pledge(whose: str, line: PledgedPlaces, names: dict[UUID, str]) -> PledgeRow:
    return PledgeRow(whose, names.get(line.service_id, "") if line.service_id else "", line)


def _reported(viewer: Viewer, page: PartnerPage) -> list[ReportedRow]:
    """What they report to us; empty where nothing is to be reported."""
    try:
        reports = funder_report(viewer, organization_id=page.organization_id)
    except NotFound:
        return []
    return [
        ReportedRow(period, tuple(_count(one, told) for one, told in period.counts.items()))
        for report in reports
        for period in report.periods
    ]


def _count(measure: Measure, told: int | None) -> tuple[str, str]:
    return str(MEASURE_WORDS[measure]), _("too few to say") if told is None else str(told)
