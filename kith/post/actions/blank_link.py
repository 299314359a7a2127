"""Blank now."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.events import SinglePurposeLinkBlanked
from kith.post.policies.single_purpose_link import May, links, one_link


@transaction.atomic
def blank_link(viewer: Viewer, *, link_id: UUID) -> None:
    """Blank the page of the link for ever, on every device. Twice is the same as once.

    Raises NotFound where the viewer did not come in for this link or its record.
    """
    link, now = one_link(viewer, link_id, May.USE), clock.now()
    shown = links(viewer, May.USE).filter(Q(blank_at__isnull=True) | Q(blank_at__gt=now), pk=link_id)
    if not shown.update(blank_at=now):
        return
    record(
        viewer,
        SinglePurposeLinkBlanked(
            subject=link.ref,
            organization_id=link.organization_id,
            about_kind=link.about_kind,
            about_id=link.about_id,
        ),
    )
