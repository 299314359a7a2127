"""A code that was read out on the phone is typed in."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.events import SpokenCodeUsed
from kith.post.policies.single_purpose_link import May, links
from kith.post.spoken_code import is_code
from kith.post.terms import SpokenTry


@transaction.atomic
def use_spoken_code(viewer: Viewer, *, link_id: UUID, code: str) -> SpokenTry:
    """RIGHT if `code` was read out for this link less than 30 minutes ago; then it is used up.

    Of two at the same time one is right. NONE where no code waits: nothing was compared. A wrong one is
    counted by the caller.
    """
    waiting = (
        links(viewer, May.USE).filter(pk=link_id, spoken_until__gt=clock.now()).exclude(spoken_digest="")
    )
    link = waiting.first()
    if link is None:
        return SpokenTry.NONE
    if not is_code(code, link.spoken_digest):
        return SpokenTry.WRONG
    if not waiting.filter(spoken_digest=link.spoken_digest).update(spoken_digest="", spoken_until=None):
        return SpokenTry.WRONG
    record(
        viewer,
        SpokenCodeUsed(
            subject=link.ref,
            organization_id=link.organization_id,
            about_kind=link.about_kind,
            about_id=link.about_id,
        ),
    )
    return SpokenTry.RIGHT
