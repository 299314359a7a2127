"""A code is tried on the page with the name."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.note_name_seen import note_name_seen
from kith.core.viewer import Viewer
from kith.partnerships.actions.check_contact_code import check_contact_code
from kith.post.actions.bind_link import bind_link
from kith.post.actions.count_wrong_try import count_wrong_try


@transaction.atomic
def open_name(
    viewer: Viewer, *, referral_id: UUID, link_id: UUID, contact_id: UUID, code: str, device: str
) -> bool:
    """True if `code` is the contact's own: then the page is open on `device`, and the look is written down.

    A wrong one counts on the link, and a right one takes none of that back: the tenth wrong one closes it. A
    caller keeps this in a transaction of its own, so that it stays counted. Raises NotFound, TooManyCodeTries
    (nothing was compared or counted), OtherDevice, LinkGuessed, LinkBlank, LinkClosed, Expired or
    SharingStopped.
    """
    if not check_contact_code(viewer, contact_id=contact_id, code=code):
        count_wrong_try(viewer, link_id=link_id)
        return False
    bind_link(viewer, link_id=link_id, device=device)
    note_name_seen(viewer, referral_id=referral_id)
    return True
