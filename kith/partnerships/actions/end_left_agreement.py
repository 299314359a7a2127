"""An agreement that too few parties are left in has ended."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.lifecycle.agreement import FEWEST_WHO_STAY, may_be_left
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.withdrawal import all_withdrawals, bound_parties


@transaction.atomic
def end_left_agreement(viewer: Viewer, *, agreement_id: UUID) -> bool:
    """End it if fewer than two signed parties are bound, as others have left. Returns True if it ended now.

    Raises NotFound or Denied.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.END)
    today = clock.today(agreement.timezone)
    gone = all_withdrawals(agreement).filter(last_on__lt=today).exists()
    stay = bound_parties(agreement, on=today)
    if not gone or not may_be_left(agreement.status) or stay.count() >= FEWEST_WHO_STAY:
        return False
    end_agreement(viewer, agreement_id=agreement_id)
    return True
