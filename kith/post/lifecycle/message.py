"""The steps of a message."""

from collections.abc import Mapping
from datetime import timedelta

from kith.post.terms import MessageStatus

STALE_AFTER = timedelta(seconds=30)  # a sender that is silent for so long is taken for dead
STEPS: Mapping[MessageStatus, frozenset[MessageStatus]] = {
    MessageStatus.QUEUED: frozenset({MessageStatus.SENDING, MessageStatus.CANCELLED}),
    MessageStatus.HELD: frozenset({MessageStatus.QUEUED, MessageStatus.BY_HAND, MessageStatus.CANCELLED}),
    MessageStatus.SENDING: frozenset(
        {
            MessageStatus.SENT,
            MessageStatus.SENDING,
            MessageStatus.QUEUED,
            MessageStatus.HELD,
            MessageStatus.BOUNCED,
            MessageStatus.CANCELLED,
        }
    ),
    MessageStatus.BY_HAND: frozenset({MessageStatus.SENT, MessageStatus.CANCELLED}),
    MessageStatus.SENT: frozenset({MessageStatus.BOUNCED}),
    MessageStatus.BOUNCED: frozenset(),
    MessageStatus.CANCELLED: frozenset({MessageStatus.SENT}),
}


def may_follow(status: MessageStatus) -> list[str]:
    """The statuses from which a message may come to `status`: the condition of its UPDATE.

    CANCELLED -> SENT happens only where the mail server had it already when the stop was written.
    """
    return sorted(before.value for before, after in STEPS.items() if status in after)
