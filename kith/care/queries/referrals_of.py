"""One person's referrals, for those who help them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.care.policies.referral import May, referrals
from kith.care.terms import STATUS_WORDS, ReferralStatus
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards

LONGEST = 100


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """One referral of a person."""

    referral_id: UUID
    need_id: UUID
    service_name: str
    organization_name: str
    status: ReferralStatus
    status_words: str
    next_at: datetime | None
    is_open: bool


def referrals_of(viewer: Viewer, *, person_id: UUID) -> list[ReferralLine]:
    """The person's referrals that the viewer's organisation sent, newest first. Two statements."""
    sent = referrals(viewer, May.CLOSE).filter(person_id=person_id)
    rows = list(sent.order_by("-drafted_at", "-pk")[:LONGEST])
    cards = service_cards(viewer, service_ids=[row.service_id for row in rows])
    return [
        ReferralLine(
            referral_id=row.id,
            need_id=row.need_id,
            service_name=cards[row.service_id].name,
            organization_name=cards[row.service_id].organization_name,
            status=ReferralStatus(row.status),
            status_words=str(STATUS_WORDS[ReferralStatus(row.status)]),
            next_at=row.next_at,
            is_open=row.closed_at is None,
        )
        for row in rows
    ]
