"""The parties agreed on other days for a while: open asks under that promise get them."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from kith.care.actions.move_promised_time import move_promised_time
from kith.care.models import Referral
from kith.care.policies.referral import May, referrals
from kith.care.terms import ReferralStatus
from kith.core.viewer import Viewer
from kith.partnerships.queries.promised import promised
from kith.partnerships.queries.working_weeks import working_weeks

UNKNOWN_ZONE = "UTC"


@transaction.atomic
def vary_promised_time(
    viewer: Viewer, *, receiver_id: UUID, clause_key: UUID, first_on: date, last_on: date
) -> int:
    """Give the varied days to each unanswered ask whose time ran on one of these; returns how many moved.

    A time never comes nearer by it, and one that was over before the first day stays (promise 18).
    """
    running = referrals(viewer, May.TEND).filter(
        receiver_id=receiver_id,
        status=ReferralStatus.ASKED.value,
        promise_days__isnull=False,
        asked_at__isnull=False,
        due_at__isnull=False,
    )
    weeks = working_weeks(viewer, organization_ids=[receiver_id])
    zone = ZoneInfo(weeks[receiver_id].timezone if receiver_id in weeks else UNKNOWN_ZONE)
    for referral in running.select_for_update(of=("self",)):
        begun, over = _ran(referral, zone)
        days = _varied_days(viewer, referral, clause_key, on=first_on)
        if begun <= last_on and first_on <= over and days > (referral.promise_days or 0):
            referral.promise_days = days
            referral.save(update_fields=["promise_days"])
    return move_promised_time(viewer, receiver_id=receiver_id)


def _ran(referral: Referral, zone: ZoneInfo) -> tuple[date, date]:
    """The first and the last day of its time, where the receiver is; both moments are known."""
    begun, over = (
        at.astimezone(zone).date() if at else date.max for at in (referral.asked_at, referral.due_at)
    )
    return begun, over


def _varied_days(viewer: Viewer, referral: Referral, clause_key: UUID, *, on: date) -> int:
    """What this clause says on that day; 0 where another one, or none, promises the answer."""
    found = promised(
        viewer,
        sender_id=referral.sender_id,
        receiver_id=referral.receiver_id,
        service_id=referral.service_id,
        on=on,
    ).response
    return found.body.days if found and found.clause_key == clause_key else 0
