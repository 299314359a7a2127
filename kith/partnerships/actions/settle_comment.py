"""Saying that what one's side had said is settled."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.negotiation_events import CommentSettled
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.comment import one_comment_to_settle


@transaction.atomic
def settle_comment(viewer: Viewer, *, agreement_id: UUID, comment_id: UUID) -> None:
    """Mark a comment of the viewer's organisation as settled; it stays to be read. Twice is as once.

    Raises NotFound, or Denied for what another side has said: only that side knows whether it is settled.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.SIGN)
    comment = one_comment_to_settle(viewer, agreement_id, comment_id)
    if comment.settled_at is not None:
        return
    comment.settled_at = clock.now()
    comment.save(update_fields=["settled_at"])
    record(
        viewer,
        CommentSettled(subject=agreement.ref, organization_id=comment.organization_id, comment_id=comment.pk),
    )
