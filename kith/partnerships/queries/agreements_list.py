"""The agreements of the viewer's organisation."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.lifecycle.agreement import standing_of
from kith.partnerships.models import Agreement, AgreementParty
from kith.partnerships.policies.agreement import May, agreements
from kith.partnerships.policies.clauses import parties
from kith.partnerships.terms import Standing

LONGEST = 200


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One agreement: between whom, how it stands today, and its dates."""

    id: UUID
    title: str
    standing: Standing
    party_names: tuple[str, ...]
    starts_on: date
    review_on: date | None
    ends_on: date | None


def agreements_list(viewer: Viewer) -> list[AgreementLine]:
    """Those that wait for us first, then by how they stand, then the newest; up to 200."""
    rows = list(agreements(viewer, May.READ).order_by("-drafted_at", "-pk")[:LONGEST])
    sides = list(parties(viewer, [row.pk for row in rows], May.READ))
    names = organization_names(viewer, organization_ids={side.organization_id for side in sides})
    today = clock.today(site_profile(viewer).timezone)
    order = [
        Standing.WAITS_FOR_US,
        Standing.DRAFT,
        Standing.WAITS_FOR_OTHERS,
        Standing.BINDS,
        Standing.NOT_BEGUN,
        Standing.RAN_OUT,
        Standing.ENDED,
    ]
    lines = [
        _line(viewer, row, [side for side in sides if side.agreement_id == row.pk], names, today)
        for row in rows
    ]
    return sorted(lines, key=lambda line: order.index(line.standing))


def _line(
    viewer: Viewer, row: Agreement, sides: list[AgreementParty], names: dict[UUID, str], today: date
) -> AgreementLine:
    ours = [side for side in sides if side.organization_id == viewer.organization_id]
    return AgreementLine(
        id=row.pk,
        title=row.title,
        standing=standing_of(
            row.status,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            today=today,
            is_ours_to_sign=any(side.signed_at is None for side in ours),
        ),
        party_names=tuple(names.get(side.organization_id, "") for side in sides),
        starts_on=row.starts_on,
        review_on=row.review_on,
        ends_on=row.ends_on,
    )
