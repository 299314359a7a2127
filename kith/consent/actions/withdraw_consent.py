"""A person takes a yes back."""

from uuid import UUID

from django.db import transaction

from kith.consent.ending import not_taken_back, told_by, withdraw_row
from kith.consent.views_of import Told
from kith.core.viewer import Viewer


@transaction.atomic
def withdraw_consent(viewer: Viewer, *, consent_id: UUID) -> Told:
    """Take back this yes and every other yes to the same partner: stop means stop.

    Taking back twice, or a yes that was replaced, is no error. Says who is no longer to be told. The
    disclosure room's `stop_sharing` also stops what was sent. Raises NotFound or Denied.
    """
    told = told_by(viewer, consent_id=consent_id)
    for row in not_taken_back(viewer, told):
        withdraw_row(viewer, row)
    return told
