"""A wrong code was tried on the page of a link."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.events import SinglePurposeLinkGuessed
from kith.post.lifecycle.link import MOST_WRONG_TRIES, check_open, is_open
from kith.post.policies.single_purpose_link import May, links, one_link


@transaction.atomic
def count_wrong_try(viewer: Viewer, *, link_id: UUID) -> None:
    """Count one more wrong code; the tenth closes the link for ever, whoever tried the others.

    Conditional UPDATEs: of many at once no more are counted than are left, and one closes it. Raises
    LinkGuessed once it is closed, NotFound, LinkUsed, LinkClosed, LinkBlank or Expired.
    """
    now = clock.now()
    if not links(viewer, May.USE).filter(is_open(now), pk=link_id).update(wrong_tries=F("wrong_tries") + 1):
        check_open(one_link(viewer, link_id, May.USE), moment=now)
        raise StatusConflict
    tried_out = links(viewer, May.USE).filter(pk=link_id, wrong_tries__gte=MOST_WRONG_TRIES)
    if not tried_out.update(closed_at=now):
        return
    link = one_link(viewer, link_id, May.USE)
    record(
        viewer,
        SinglePurposeLinkGuessed(
            subject=link.ref,
            organization_id=link.organization_id,
            about_kind=link.about_kind,
            about_id=link.about_id,
        ),
    )
