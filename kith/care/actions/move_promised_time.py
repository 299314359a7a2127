"""A partner paused or changed its days: promised times of open asks are counted anew."""

from uuid import UUID

from django.db import transaction

from kith.care.events import PromisedTimeMoved
from kith.care.models import Referral
from kith.care.policies.referral import May, referrals
from kith.care.terms import NextStep, ReferralStatus
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.core.working_time import due_at
from kith.partnerships.queries.route import route


@transaction.atomic
def move_promised_time(viewer: Viewer, *, receiver_id: UUID) -> int:
    """Count the due time of each unanswered ask again in the receiver's days; returns how many moved.

    Days that are not known any more mean no clock: the worker is asked to phone (promise 18).
    """
    unanswered = referrals(viewer, May.TEND).filter(
        receiver_id=receiver_id, status=ReferralStatus.ASKED.value, promise_days__isnull=False
    )
    moved = 0
    for referral in unanswered.select_for_update(of=("self",)):
        week = route(viewer, sender_id=referral.sender_id, receiver_id=receiver_id).week
        if referral.asked_at is None or referral.promise_days is None:
            continue
        due = due_at(week, start=referral.asked_at, days=referral.promise_days)
        if due == referral.due_at:
            continue
        referral.due_at = due
        _move_next(referral)
        referral.save(update_fields=["due_at", "next_step", "next_at"])
        record(
            viewer,
            PromisedTimeMoved(
                subject=referral.ref,
                person_id=referral.person_id,
                organization_id=referral.sender_id,
                partner_organization_id=receiver_id,
                due_at=due,
            ),
        )
        moved += 1
    return moved


def _move_next(referral: Referral) -> None:
    """Wait until the new time, or phone where there is none; a worker's own next step stays."""
    if referral.next_step != NextStep.WAIT_FOR_ANSWER.value:
        return
    if referral.due_at is None:
        referral.next_step = NextStep.PHONE_THEM.value
    referral.next_at = referral.due_at or clock.now()
