"""Push down what became of a promise: both sides read it from there, without a person."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.care.models import Answer, Referral
from kith.care.policies.answer import answers
from kith.care.policies.referral import May, one_referral_to_change
from kith.core.viewer import Viewer
from kith.partnerships.actions.note_promise import note_promise
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.promise_told import PromiseTold


@transaction.atomic
def tell_promise(viewer: Viewer, *, referral_id: UUID) -> UUID | None:
    """Tell how the asking stands now; None where nobody was asked yet.

    The referral is locked, so whoever is last to tell tells the last. Raises NotFound or Denied.
    """
    referral = one_referral_to_change(viewer, referral_id, May.TEND)
    if referral.asked_at is None:
        return None
    return note_promise(viewer, told=_told(referral, referral.asked_at, list(answers(viewer, [referral_id]))))


def _told(referral: Referral, asked_at: datetime, said: Sequence[Answer]) -> PromiseTold:
    """The first thing they said counts, "phone me" too, with the time at which they said it."""
    return PromiseTold(
        source_id=referral.pk,
        kind=ClauseKind.RESPONSE_PROMISE,
        promiser_id=referral.receiver_id,
        towards_id=referral.sender_id,
        service_id=referral.service_id,
        asked_at=asked_at,
        is_promised=referral.promise_days is not None,
        due_at=referral.due_at,
        answered_at=max(said[0].told_at, asked_at) if said else None,
        answer=said[-1].kind if said else "",
        closed_at=referral.closed_at,
    )
