"""One form, one effect."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.core import clock
from kith.core.models import IdempotencyKey
from kith.core.policies.idempotency_key import outcome_sent, viewer_mark
from kith.core.viewer import Viewer


def once(viewer: Viewer, *, key: UUID, work: Callable[[], UUID]) -> UUID:
    """Do `work` the first time this viewer sends `key`; later give the same outcome id.

    `work` and the mark are one transaction: if `work` fails, the key is free again. Two at the same
    time: the second waits, then gets the first one's outcome.
    """
    earlier = outcome_sent(viewer, key)
    if earlier is not None:
        return earlier
    try:
        with transaction.atomic():
            mark = IdempotencyKey.objects.create(
                viewer=viewer_mark(viewer), key=key, outcome_id=key, at=clock.now()
            )
            mark.outcome_id = work()
            mark.save(update_fields=["outcome_id"])
            return mark.outcome_id
    except IntegrityError:
        earlier = outcome_sent(viewer, key)
        if earlier is None:
            raise
        return earlier
