"""Where a person's yes stands with each partner."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.consent.lifecycle.grant import ended_at, state_of
from kith.consent.models import ConsentGrant
from kith.consent.policies.grant import May, grants
from kith.consent.terms import ConsentState
from kith.core import clock
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerStanding:
    """The yes that counts for one partner: a live one before others, then the newest."""

    consent_id: UUID
    state: ConsentState
    ended_at: datetime | None


def standings_of(viewer: Viewer, *, person_id: UUID) -> dict[UUID, PartnerStanding]:
    """The standing by partner, for every partner this person ever said yes to. One statement."""
    now = clock.now()

    def rank(row: ConsentGrant) -> tuple[bool, datetime, UUID]:
        return state_of(row, at=now) is ConsentState.LIVE, row.valid_from, row.id

    rows = grants(viewer, May.SEE_THAT_IT_IS).filter(person_id=person_id, is_replaced=False)
    return {
        row.recipient_id: PartnerStanding(
            consent_id=row.id, state=state_of(row, at=now), ended_at=ended_at(row, at=now)
        )
        for row in sorted(rows, key=rank)
    }
