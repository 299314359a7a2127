"""What the worker is to send or release now."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from kith.core import clock
from kith.core.viewer import Viewer
from kith.post.lifecycle.message import STALE_AFTER
from kith.post.policies.message import held_until_now, waiting_to_go
from kith.post.terms import MessageStatus

BETWEEN_TRIES = timedelta(minutes=5)
A_BATCH = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """Ids of mails to send again and of held messages whose hour has come."""

    to_send: list[UUID]
    to_release: list[UUID]


def messages_waiting(viewer: Viewer) -> Waiting:
    """Mails whose task was lost, whose sender fell silent, or whose last try is five minutes ago.

    Oldest first, 200 of each at most.
    """
    now = clock.now()
    is_lost = Q(claimed_at__isnull=True, ready_at__lte=now - BETWEEN_TRIES)
    is_due_again = Q(claimed_at__lte=now - BETWEEN_TRIES) | Q(status=MessageStatus.SENDING)
    to_send = waiting_to_go(viewer, stale_before=now - STALE_AFTER).filter(is_lost | is_due_again)
    to_release = held_until_now(viewer, moment=now)
    return Waiting(
        to_send=list(to_send.order_by("ready_at").values_list("id", flat=True)[:A_BATCH]),
        to_release=list(to_release.order_by("held_until").values_list("id", flat=True)[:A_BATCH]),
    )
