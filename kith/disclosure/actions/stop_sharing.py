"""A person stops sharing with a partner."""

from uuid import UUID

from django.db import transaction

from kith.consent.actions.withdraw_consent import withdraw_consent
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.stopping import open_lines, stop_lines


@transaction.atomic
def stop_sharing(viewer: Viewer, *, consent_id: UUID) -> None:
    """Take back every yes to this consent's partner, hide what it was told, stop what waits to go out.

    All in one transaction. Stopping twice is no error. Raises NotFound or Denied.
    """
    told = withdraw_consent(viewer, consent_id=consent_id)
    stop_lines(viewer, told, open_lines(viewer, told), subject=Ref("consent", consent_id))
