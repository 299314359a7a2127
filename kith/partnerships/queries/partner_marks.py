"""How organisations of the directory stand to the viewer's own, for those who work with people."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.models import Version
from kith.partnerships.policies.between import between, rank_of
from kith.partnerships.policies.partner import May, partners


@dataclass(frozen=True, slots=True)
class PartnerMark:
    """`binds`: an agreement with us is in force today. `ends_on`: its last day, also one that is over.

    `days_left` counts to that day, under 0 once it is over; None: it has no last day.
    """

    binds: bool
    starts_on: date | None
    ends_on: date | None
    days_left: int | None


def partner_marks(viewer: Viewer, *, organization_ids: Collection[UUID]) -> dict[UUID, PartnerMark]:
    """One for each that is a partner here, as far as the viewer may know; others have none. Two statements.

    Of several agreements the one that lasts longest counts.
    """
    if viewer.organization_id is None:
        return {}
    wanted = set(organization_ids) - {viewer.organization_id}
    known = partners(viewer, May.READ).filter(organization_id__in=wanted)
    found: dict[UUID, list[Version]] = {one: [] for one in known.values_list("organization_id", flat=True)}
    for row in between(viewer, viewer.organization_id, wanted):
        found[row.organization_id] = [*found.get(row.organization_id, []), row.version]
    return {one: _mark(sorted(words, key=rank_of)) for one, words in found.items()}


def _mark(words: list[Version]) -> PartnerMark:
    if not words:
        return PartnerMark(binds=False, starts_on=None, ends_on=None, days_left=None)
    first = words[0]
    today = clock.today(first.agreement.timezone)
    left = (first.ends_on - today).days if first.ends_on else None
    return PartnerMark(
        binds=first.starts_on <= today and (left is None or left >= 0),
        starts_on=first.starts_on,
        ends_on=first.ends_on,
        days_left=left,
    )
