"""Letting community seats read the words."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_events import AgreementPublished
from kith.partnerships.lifecycle.agreement import may_be_left
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.version import version_in_state
from kith.partnerships.terms import VersionState


@transaction.atomic
def publish_agreement(viewer: Viewer, *, agreement_id: UUID) -> None:
    """Community seats of it read the words that bind: no drafts, no comments, no names of who signed.

    Published again it stays published since the first time. Raises NotFound, Denied, or StatusConflict unless
    it is in force or suspended.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.STEER)
    version = version_in_state(agreement, VersionState.SIGNED)
    if version is None or not may_be_left(agreement.status):
        raise StatusConflict
    if agreement.published_at is not None:
        return
    agreement.published_at = clock.now()
    agreement.save(update_fields=["published_at"])
    record(
        viewer,
        AgreementPublished(
            subject=agreement.ref, organization_id=viewer.organization_id, number=version.number
        ),
    )
