"""What is reported to the viewer's organisation, as a funder."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.models import Clause
from kith.partnerships.policies.outsiders import parties_of, reported_clauses
from kith.partnerships.stored import stated

LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingLine:
    """What one organisation reports to us, under which agreement, and in which time."""

    clause_key: UUID
    title: str
    party_names: tuple[str, ...]
    from_name: str
    sentences: tuple[str, ...]
    starts_on: date
    ends_on: date | None


def our_reporting(viewer: Viewer) -> list[ReportingLine]:
    """Only the clauses that are owed to us, under agreements that bind today; up to 200. Three statements."""
    rows = [
        row for row in reported_clauses(viewer).select_related("version__agreement")[:LONGEST] if _binds(row)
    ]
    sides = parties_of([row.version_id for row in rows])
    parties = {
        version_id: tuple(side.name for side in group)
        for version_id, group in groupby(sides, key=lambda side: side.version_id)
    }
    owing = [row.organization_id for row in rows if row.organization_id is not None]
    names = organization_names(viewer, organization_ids=owing)
    return [
        ReportingLine(
            clause_key=row.key,
            title=row.version.title,
            party_names=parties.get(row.version_id, ()),
            from_name=names.get(row.organization_id, "") if row.organization_id else "",
            sentences=tuple(stated(row).body.sentences()),
            starts_on=row.version.starts_on,
            ends_on=row.version.ends_on,
        )
        for row in rows
    ]


def _binds(row: Clause) -> bool:
    today = clock.today(row.version.agreement.timezone)
    return row.version.starts_on <= today <= (row.version.ends_on or date.max)
