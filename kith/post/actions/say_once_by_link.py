"""A link says something beside its one answer."""

from collections.abc import Callable
from uuid import UUID, uuid5

from django.db import transaction

from kith.core import clock
from kith.core.actions.once import once
from kith.core.viewer import Viewer
from kith.post.errors import SaidAlready
from kith.post.lifecycle.link import check_open
from kith.post.policies.single_purpose_link import May, one_link


@transaction.atomic
def say_once_by_link(viewer: Viewer, *, link_id: UUID, said: str, work: Callable[[], UUID]) -> UUID:
    """Do `work` the first time that this link says `said`; the link stays open. Returns what `work` gives.

    Of many at the same time one is done. Raises SaidAlready any later time, NotFound, LinkUsed, LinkClosed,
    LinkBlank or Expired.
    """
    check_open(one_link(viewer, link_id, May.USE), moment=clock.now())
    done = []

    def first() -> UUID:
        done.append(work())
        return done[0]

    outcome = once(viewer, key=uuid5(link_id, said), work=first)
    if not done:
        raise SaidAlready
    return outcome
