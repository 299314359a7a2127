"""The laws that this site shares by, for the privacy officer."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise

from kith.consent.law import PACKS
from kith.consent.law.rules import Pack, Rule
from kith.consent.models import LawPackAdoption
from kith.consent.policies.law import May, adoptions
from kith.consent.queries.law_standing import law_standing
from kith.consent.terms import PackStatus
from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer

WARN_DAYS = (90, 30, 7, 1)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: its id, where it stands, what it says."""

    id: str
    citation: str
    words: str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPackLine:
    """One law pack and its adoption. `days_left` is None if it was never adopted, negative once over.

    `is_ending` is true within 90 days of the last day.
    """

    id: str
    version: str
    title: str | Promise
    reviewer: str
    reviewed_on: date
    status: PackStatus
    adopted_by_id: UUID | None
    adopted_at: datetime | None
    ends_on: date | None
    days_left: int | None
    is_ending: bool
    is_demo: bool
    rules: tuple[RuleLine, ...]


def law_packs(viewer: Viewer) -> list[LawPackLine]:
    """Every pack that Kith has, by id, with the site's newest adoption. Four statements."""
    standing = law_standing(viewer)
    newest = {row.pack: row for row in adoptions(viewer, May.READ).order_by("adopted_at", "id")}
    today = clock.today(site_profile(viewer).timezone)
    return [
        _line(
            PACKS[pack_id],
            newest.get(pack_id),
            standing.packs[pack_id],
            standing.ended_on.get(pack_id),
            today,
        )
        for pack_id in sorted(PACKS)
    ]


def _line(
    pack: Pack, row: LawPackAdoption | None, status: PackStatus, ends_on: date | None, today: date
) -> LawPackLine:
    days_left = (ends_on - today).days if ends_on is not None else None
    return LawPackLine(
        id=pack.id,
        version=pack.version,
        title=pack.title,
        reviewer=pack.reviewer,
        reviewed_on=pack.reviewed_on,
        status=status,
        adopted_by_id=row.adopted_by_id if row else None,
        adopted_at=row.adopted_at if row else None,
        ends_on=ends_on,
        days_left=days_left,
        is_ending=days_left is not None and days_left <= max(WARN_DAYS),
        is_demo=row.is_demo if row else False,
        rules=tuple(map(_rule, pack.rules)),
    )


def _rule(rule: Rule) -> RuleLine:
    return RuleLine(rule.id, rule.citation, rule.words)
