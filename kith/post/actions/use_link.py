"""A link does its one thing."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.events import SinglePurposeLinkUsed
from kith.post.lifecycle.link import check_open, is_open
from kith.post.policies.single_purpose_link import May, links, one_link


@transaction.atomic
def use_link(viewer: Viewer, *, link_id: UUID) -> None:
    """Use the link up: of many at the same time, one succeeds. In the transaction of what it does.

    The viewer came in by the answer door for this link or its record. Raises NotFound, LinkUsed,
    LinkClosed, LinkBlank or Expired.
    """
    now = clock.now()
    if not links(viewer, May.USE).filter(is_open(now), pk=link_id).update(used_at=now):
        check_open(one_link(viewer, link_id, May.USE), moment=now)
        raise StatusConflict
    link = one_link(viewer, link_id, May.USE)
    record(
        viewer,
        SinglePurposeLinkUsed(
            subject=link.ref,
            organization_id=link.organization_id,
            about_kind=link.about_kind,
            about_id=link.about_id,
        ),
    )
