"""What was told by phone is seen with the comment beside it; only the party whose answer it is confirms."""

from uuid import UUID

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.partnerships.models import PhonedNote
from kith.partnerships.policies.comment import comments


def phoned_notes(viewer: Viewer, agreement_id: UUID) -> QuerySet[PhonedNote]:
    """The notes beside what was said about this agreement, the oldest first."""
    seen = comments(viewer, agreement_id).order_by()
    rows = PhonedNote.objects.filter(comment_id__in=seen.values("pk")).select_related("comment")
    return rows.order_by("comment__written_at", "pk")


def notes_to_confirm(viewer: Viewer, agreement_id: UUID) -> QuerySet[PhonedNote]:
    """Those of the viewer's own organisation that it has said nothing of."""
    if viewer.organization_id is None:
        return PhonedNote.objects.none()
    own = phoned_notes(viewer, agreement_id).filter(comment__organization_id=viewer.organization_id)
    return own.filter(answered_at__isnull=True)
