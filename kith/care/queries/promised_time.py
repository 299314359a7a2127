"""Whether an answer is still awaited, and by when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.care.policies.referral import May, one_referral
from kith.care.terms import ReferralStatus
from kith.core.viewer import Viewer
from kith.disclosure.queries.what_was_shared import what_was_shared


@dataclass(frozen=True, slots=True)
class PromisedTime:
    """`is_awaited` is False once answered, stopped, paused by the person, or over."""

    is_awaited: bool
    due_at: datetime | None


def promised_time(viewer: Viewer, *, referral_id: UUID) -> PromisedTime:
    """Decided again now, with the consent as it stands. Raises NotFound or Denied."""
    referral = one_referral(viewer, referral_id, May.TEND)
    if referral.status != ReferralStatus.ASKED.value or referral.ask_disclosure_id is None:
        return PromisedTime(is_awaited=False, due_at=None)
    shared = what_was_shared(viewer, disclosure_id=referral.ask_disclosure_id)
    return PromisedTime(is_awaited=not shared.is_stopped, due_at=referral.due_at)
