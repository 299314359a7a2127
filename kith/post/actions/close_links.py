"""The links about a record open nothing any more."""

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.events import SinglePurposeLinksClosed
from kith.post.policies.single_purpose_link import May, links_on


@transaction.atomic
def close_links(viewer: Viewer, *, about: Ref) -> int:
    """Close every open link about `about`, used ones as well. Returns how many."""
    count = (
        links_on(viewer, May.CLOSE, about=about).filter(closed_at__isnull=True).update(closed_at=clock.now())
    )
    if count:
        record(viewer, SinglePurposeLinksClosed(subject=about, count=count))
    return count
