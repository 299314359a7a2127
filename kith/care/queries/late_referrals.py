"""Unanswered asks whose promised time has come."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.care.policies.referral import May, referrals
from kith.care.terms import NextStep, ReferralStatus
from kith.core.viewer import Viewer

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class LateReferrals:
    """Ids, earliest promised time first, at most 200 each."""

    not_reminded: list[UUID]
    not_drafted: list[UUID]
    not_asked_what_happened: list[UUID]


def late_referrals(viewer: Viewer, *, moment: datetime) -> LateReferrals:
    """Asks due before `moment`: those not reminded yet, and those without a drafted reroute.

    Also those whose meeting was planned before `moment`, while nobody has said whether it took place.
    Three statements.
    """
    due = referrals(viewer, May.TEND).filter(status=ReferralStatus.ASKED.value, due_at__lt=moment)
    ordered = due.order_by("due_at", "pk")
    drafted = referrals(viewer, May.TEND).filter(reroute_of__isnull=False).values("reroute_of_id")
    planned = referrals(viewer, May.TEND).filter(
        status=ReferralStatus.NAMED.value, next_step=NextStep.WAIT_TO_MEET.value, next_at__lt=moment
    )
    return LateReferrals(
        not_reminded=list(ordered.filter(reminded_at__isnull=True).values_list("pk", flat=True)[:AT_ONCE]),
        not_drafted=list(ordered.exclude(pk__in=drafted).values_list("pk", flat=True)[:AT_ONCE]),
        not_asked_what_happened=list(
            planned.filter(happened_asked_at__isnull=True)
            .order_by("next_at", "pk")
            .values_list("pk", flat=True)[:AT_ONCE]
        ),
    )
