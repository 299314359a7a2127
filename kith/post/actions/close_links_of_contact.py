"""The links that went to one named person open nothing any more."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.events import SinglePurposeLinksClosed
from kith.post.policies.single_purpose_link import May, links


@transaction.atomic
def close_links_of_contact(viewer: Viewer, *, contact_id: UUID) -> int:
    """Close every open link that was made for this person, whatever it is about. Returns how many.

    The calling room has asked whether the person may be ended.
    """
    rows = links(viewer, May.CLOSE).filter(contact_id=contact_id, closed_at__isnull=True)
    count = rows.update(closed_at=clock.now())
    if count:
        record(viewer, SinglePurposeLinksClosed(subject=Ref("contact", contact_id), count=count))
    return count
