"""Choose a new next date."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kith.care.events import NextDateMoved
from kith.care.lifecycle.referral import is_open
from kith.care.policies.referral import May, one_referral_to_change
from kith.core import clock
from kith.core.errors import BadInput, StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer

LONGEST = timedelta(days=90)


@transaction.atomic
def put_off(viewer: Viewer, *, referral_id: UUID, until: datetime) -> UUID:
    """Move the next step to `until`; the partner's promised time stays as it is. Returns the referral's id.

    Raises NotFound, Denied, StatusConflict if it is closed, BadInput if the day is past or far away.
    """
    referral = one_referral_to_change(viewer, referral_id, May.HAND_OVER)
    if not is_open(referral.status):
        raise StatusConflict
    if not clock.now() < until <= clock.now() + LONGEST:
        raise BadInput(_("Choose a day within the next 90 days."), field="until")
    referral.next_at = until
    referral.save(update_fields=["next_at"])
    record(
        viewer,
        NextDateMoved(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            next_at=until,
        ),
    )
    return referral.id
