"""What a partner has been asked, for those who sign in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.care.policies.referral import OPEN, May, referrals
from kith.care.terms import STATUS_WORDS, ReferralStatus
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards

LONGEST = 200


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One ask to our organisation: no name, whatever its state."""

    referral_id: UUID
    service_name: str
    status: ReferralStatus
    status_words: str
    asked_at: datetime
    due_at: datetime | None
    needs_answer: bool


def referral_inbox(viewer: Viewer) -> list[InboxLine]:
    """Open asks to the viewer's organisation: unanswered first, by promised time. Two statements."""
    received = referrals(viewer, May.READ_AS_RECEIVER).filter(status__in=OPEN, asked_at__isnull=False)
    rows = list(received.order_by("due_at", "pk")[:LONGEST])
    cards = service_cards(viewer, service_ids=[row.service_id for row in rows])
    lines = [
        InboxLine(
            referral_id=row.id,
            service_name=cards[row.service_id].name,
            status=ReferralStatus(row.status),
            status_words=str(STATUS_WORDS[ReferralStatus(row.status)]),
            asked_at=row.asked_at,
            due_at=row.due_at,
            needs_answer=row.status == ReferralStatus.ASKED.value,
        )
        for row in rows
        if row.asked_at is not None
    ]
    return sorted(lines, key=lambda line: not line.needs_answer)
