"""What was said about an agreement is seen by those who may read its words; who left, until its last day."""

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet

from kith.core.errors import Denied, NotFound
from kith.core.viewer import Viewer
from kith.partnerships.models import Comment
from kith.partnerships.policies.agreement import DAY_OVER_EVERYWHERE, May
from kith.partnerships.policies.version import versions
from kith.partnerships.policies.withdrawal import own_withdrawals

A_DAY = timedelta(days=1)


def comments(viewer: Viewer, agreement_id: UUID) -> QuerySet[Comment]:
    """What was said about this agreement, the oldest first."""
    return _seen(viewer, agreement_id).order_by("written_at", "pk")


def one_comment_to_settle(viewer: Viewer, agreement_id: UUID, comment_id: UUID) -> Comment:
    """A comment of the viewer's own organisation, of an agreement found for a change.

    Raises NotFound, or Denied for what another side has said.
    """
    found = _seen(viewer, agreement_id).filter(pk=comment_id).first()
    if found is None:
        raise NotFound
    if found.organization_id != viewer.organization_id:
        raise Denied
    return found


def _seen(viewer: Viewer, agreement_id: UUID) -> QuerySet[Comment]:
    words = versions(viewer, May.READ).filter(agreement_id=agreement_id, number=OuterRef("version_number"))
    said = Comment.objects.filter(Exists(words.order_by()), agreement_id=agreement_id)
    left_on = own_withdrawals(viewer, [agreement_id]).get(agreement_id)
    if left_on is None:
        return said
    return said.filter(
        written_at__lt=datetime.combine(left_on + A_DAY, time(), ZoneInfo(DAY_OVER_EVERYWHERE))
    )
