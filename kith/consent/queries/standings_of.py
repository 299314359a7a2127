"""Where a person's yes stands with each partner."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.consent.lifecycle.grant import ended_at, state_of
from kith.consent.models import ConsentGrant
from kith.consent.policies.exclusion import May as MayExclusion
from kith.consent.policies.exclusion import exclusions
from kith.consent.policies.grant import May, grants
from kith.consent.terms import ConsentState
from kith.core import clock
from kith.core.viewer import Viewer

COUNTS_FIRST = {ConsentState.LIVE: 2, ConsentState.PAUSED: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerStanding:
    """The yes that counts for one partner: a live one before a paused one before others, then the newest.

    While the person excludes the whole partner, the yes counts as taken back.
    """

    consent_id: UUID
    state: ConsentState
    ended_at: datetime | None


def standings_of(viewer: Viewer, *, person_id: UUID) -> dict[UUID, PartnerStanding]:
    """The standing by partner, for every partner this person ever said yes to. Two statements."""
    now = clock.now()

    def rank(row: ConsentGrant) -> tuple[int, datetime, UUID]:
        return COUNTS_FIRST.get(state_of(row, at=now), 0), row.valid_from, row.id

    rows = grants(viewer, May.SEE_THAT_IT_IS).filter(person_id=person_id, is_replaced=False)
    excluded = dict(
        exclusions(viewer, MayExclusion.SEE_THAT_IT_IS)
        .filter(person_id=person_id, contact_id=None, lifted_at=None)
        .values_list("organization_id", "excluded_at")
    )
    return {
        row.recipient_id: _standing(row, now, excluded.get(row.recipient_id))
        for row in sorted(rows, key=rank)
    }


def _standing(row: ConsentGrant, now: datetime, excluded_at: datetime | None) -> PartnerStanding:
    if excluded_at is not None:
        return PartnerStanding(consent_id=row.id, state=ConsentState.WITHDRAWN, ended_at=excluded_at)
    return PartnerStanding(consent_id=row.id, state=state_of(row, at=now), ended_at=ended_at(row, at=now))
