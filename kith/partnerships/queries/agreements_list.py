"""The agreements of the viewer's organisation."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.agreement import Stands, standing_of
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.policies.agreement import May, agreements
from kith.partnerships.policies.clauses import parties
from kith.partnerships.policies.version import shown_versions
from kith.partnerships.policies.withdrawal import own_withdrawals
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
    words = shown_versions(viewer, [row.pk for row in rows])
    sides = list(parties(viewer, [version.pk for version in words.values()], May.READ))
    left = own_withdrawals(viewer, words)
    by_version = {key: list(group) for key, group in groupby(sides, key=lambda side: side.version_id)}
    order = [
        Standing.WAITS_FOR_US,
        Standing.DRAFT,
        Standing.WAITS_FOR_OTHERS,
        Standing.BINDS,
        Standing.NOT_BEGUN,
        Standing.SUSPENDED,
        Standing.RAN_OUT,
        Standing.WE_LEFT,
        Standing.ENDED,
    ]
    lines = [
        _line(viewer, row, words[row.pk], by_version.get(words[row.pk].pk, []), left.get(row.pk))
        for row in rows
        if row.pk in words
    ]
    return sorted(lines, key=lambda line: order.index(line.standing))


def _line(
    viewer: Viewer, row: Agreement, version: Version, sides: list[AgreementParty], left_on: date | None
) -> AgreementLine:
    ours = [side for side in sides if side.organization_id == viewer.organization_id]
    stands = Stands(
        status=row.status,
        starts_on=version.starts_on,
        ends_on=version.ends_on,
        is_ours_to_sign=any(side.signed_at is None for side in ours),
        left_on=left_on,
    )
    return AgreementLine(
        id=row.pk,
        title=version.title,
        standing=standing_of(stands, today=clock.today(row.timezone)),
        party_names=tuple(side.name for side in sides),
        starts_on=version.starts_on,
        review_on=version.review_on,
        ends_on=version.ends_on,
    )
