"""Whether a referral is still open, and whether a name was told under it."""

from dataclasses import dataclass
from uuid import UUID

from kith.care.policies.referral import May, one_referral
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """Where a referral stands, for Kith itself."""

    is_open: bool
    name_was_told: bool


def open_referral(viewer: Viewer, *, referral_id: UUID) -> OpenReferral:
    """For the system only. Raises NotFound or Denied."""
    referral = one_referral(viewer, referral_id, May.TEND)
    return OpenReferral(
        is_open=referral.closed_at is None, name_was_told=referral.name_disclosure_id is not None
    )
