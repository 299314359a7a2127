"""Clocks: reminders on the promised day, drafts after it, and new times after a pause."""

from datetime import date, timedelta
from uuid import UUID

from kith.care.actions.ask_what_happened import ask_what_happened
from kith.care.actions.draft_reroute import draft_reroute
from kith.care.actions.move_promised_time import move_promised_time
from kith.care.actions.remind_partner import remind_partner
from kith.care.actions.vary_promised_time import vary_promised_time
from kith.care.queries.late_referrals import late_referrals
from kith.care.queries.promised_time import promised_time
from kith.core import clock
from kith.core.events import Recorded, listens_to
from kith.core.schedule import every
from kith.core.viewer import Viewer
from kith.partnerships.events import AsksPaused, AsksResumed, WorkingDaysSet
from kith.partnerships.life_events import VariationAgreed

ON_THE_DAY = timedelta(hours=8)


@every(seconds=300)
def remind_partners(viewer: Viewer) -> None:
    """Remind each partner once, on the day its answer is promised."""
    for referral_id in late_referrals(viewer, moment=clock.now() + ON_THE_DAY).not_reminded:
        if promised_time(viewer, referral_id=referral_id).is_awaited:
            remind_partner(viewer, referral_id=referral_id)


@every(seconds=300)
def draft_when_late(viewer: Viewer) -> None:
    """Past the promised time, put the next place before the worker as a draft."""
    for referral_id in late_referrals(viewer, moment=clock.now()).not_drafted:
        draft_reroute(viewer, referral_id=referral_id)


@every(seconds=300)
def ask_what_happened_once(viewer: Viewer) -> None:
    """After the day they were to meet, ask the partner once."""
    for referral_id in late_referrals(viewer, moment=clock.now()).not_asked_what_happened:
        ask_what_happened(viewer, referral_id=referral_id)


@listens_to(VariationAgreed)
def count_varied_promises_anew(viewer: Viewer, event: Recorded) -> None:
    """What the parties agreed to change for a while is not lateness (promise 18)."""
    if event.organization_id is not None:
        vary_promised_time(
            viewer,
            receiver_id=event.organization_id,
            clause_key=UUID(str(event.payload["clause_key"])),
            first_on=date.fromisoformat(str(event.payload["first_on"])),
            last_on=date.fromisoformat(str(event.payload["last_on"])),
        )


@listens_to(AsksPaused, AsksResumed, WorkingDaysSet)
def count_promises_anew(viewer: Viewer, event: Recorded) -> None:
    """Paused time and changed days are outside every clock (promises 17, 18)."""
    if event.organization_id is not None:
        move_promised_time(viewer, receiver_id=event.organization_id)
