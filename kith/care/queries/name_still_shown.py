"""Whether a page with a name that is open may stay on the screen."""

from uuid import UUID

from kith.care.policies.referral import May, one_referral
from kith.core.viewer import Viewer
from kith.disclosure.queries.is_still_shared import is_still_shared


def name_still_shown(viewer: Viewer, *, referral_id: UUID) -> bool:
    """False once sharing stopped or paused, and where no name was told. Raises NotFound or Denied."""
    told = one_referral(viewer, referral_id, May.READ_AS_RECEIVER).name_disclosure_id
    return told is not None and is_still_shared(viewer, disclosure_id=told)
