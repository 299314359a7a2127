"""Keeping the words to the parties again."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_events import AgreementUnpublished
from kith.partnerships.policies.agreement import May, one_agreement_to_change


@transaction.atomic
def unpublish_agreement(viewer: Viewer, *, agreement_id: UUID) -> None:
    """Community seats read it no more; where it was not published nothing happens.

    Raises NotFound or Denied.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.STEER)
    if agreement.published_at is None:
        return
    agreement.published_at = None
    agreement.save(update_fields=["published_at"])
    record(viewer, AgreementUnpublished(subject=agreement.ref, organization_id=viewer.organization_id))
