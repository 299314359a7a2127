"""What binds today among those at one table, as clauses."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.clauses import clauses
from kith.partnerships.policies.partnership import May as MayAtTable
from kith.partnerships.policies.partnership import one_partnership
from kith.partnerships.policies.version import versions
from kith.partnerships.stored import stated
from kith.partnerships.terms import AgreementStatus, VersionState


@dataclass(frozen=True, slots=True)
class TableClause:
    """A clause, and the agreement it stands in with its dates."""

    agreement_id: UUID
    starts_on: date
    review_on: date | None
    ends_on: date | None
    clause: StatedClause


def table_clauses(viewer: Viewer, *, partnership_id: UUID) -> list[TableClause]:
    """Those of this table that bind today and that the viewer may read. Three statements."""
    row = one_partnership(viewer, partnership_id, MayAtTable.READ)
    today = clock.today(row.timezone)
    signed = versions(viewer, May.READ).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=today),
        state=VersionState.SIGNED.value,
        starts_on__lte=today,
        agreement__status=AgreementStatus.IN_FORCE.value,
        agreement__partnership_id=row.pk,
    )
    bound = {version.pk: version for version in signed}
    found = []
    for clause in clauses(viewer, bound, May.READ):
        version = bound[clause.version_id]
        found.append(
            TableClause(
                version.agreement_id, version.starts_on, version.review_on, version.ends_on, stated(clause)
            )
        )
    return found
