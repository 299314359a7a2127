"""A worker's list: whose turn it is, one date and one step each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.utils.timezone import localdate

from kith.accounts.queries.away_now import AwayLine, away_now
from kith.care.models import Referral
from kith.care.policies.referral import OPEN, May, referrals
from kith.care.terms import WAITING_STEPS, NextStep, ReferralStatus
from kith.care.wording import is_past, next_sentence, step_words
from kith.core import clock
from kith.core.viewer import Viewer
from kith.core.working_time import working_days_between
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.queries.working_weeks import working_weeks
from kith.people.queries.person_labels import person_labels

LONGEST = 200


class Turn(StrEnum):
    """Whose turn it is."""

    MINE = "mine"
    WAITING = "waiting"
    PAST = "past"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One referral on the list: one sentence, one date, one step.

    `days_past`: how many of the partner's own working days the promised time is over; 0 where it is not.
    `was_guessed`: the page with the name was closed because a wrong code was tried too often. `owner`: the
    colleague whose work it is, and until when they are away; None for one's own.
    """

    referral_id: UUID
    turn: Turn
    sentence: str
    step: NextStep
    step_words: str
    next_at: datetime
    due_at: datetime | None
    days_past: int
    is_today: bool
    was_guessed: bool
    owner: AwayLine | None


@dataclass(frozen=True, slots=True)
class MyList:
    """The four groups, each with the earliest date first.

    `away` is set while the viewer is away themself: who has their work, and until when.
    """

    mine: list[WorkLine]
    waiting: list[WorkLine]
    past: list[WorkLine]
    confirm: list[WorkLine]
    total: int
    away: AwayLine | None


def my_list(viewer: Viewer) -> MyList:
    """The viewer's open referrals and those they cover today, at most 200; earliest date first.

    At most eight statements.
    """
    away = {line.user_id: line for line in away_now(viewer)}
    covered = {user_id: line for user_id, line in away.items() if line.cover_id == viewer.user_id}
    mine = referrals(viewer, May.CLOSE).filter(owner_id__in=[viewer.user_id, *covered], status__in=OPEN)
    rows = list(mine.order_by("next_at", "pk")[:LONGEST])
    labels = person_labels(viewer, person_ids=[row.person_id for row in rows])
    names = organization_names(viewer, organization_ids=[row.receiver_id for row in rows])
    late = _days_past(viewer, rows)
    lines = [
        _line(
            row,
            labels.get(row.person_id, ""),
            names.get(row.receiver_id, ""),
            covered.get(row.owner_id),
            late.get(row.pk, 0),
        )
        for row in rows
    ]
    return MyList(
        mine=[line for line in lines if line.turn is Turn.MINE],
        waiting=[line for line in lines if line.turn is Turn.WAITING],
        past=[line for line in lines if line.turn is Turn.PAST],
        confirm=[line for line in lines if line.turn is Turn.CONFIRM],
        total=len(lines),
        away=next((line for line in away.values() if line.user_id == viewer.user_id), None),
    )


def _days_past(viewer: Viewer, rows: Sequence[Referral]) -> dict[UUID, int]:
    """Of each ask past its promised time: so many of the partner's own days. Nothing is asked without one."""
    now = clock.now()
    late = [row for row in rows if row.status == ReferralStatus.ASKED.value and is_past(row.due_at, now)]
    if not late:
        return {}
    weeks = working_weeks(viewer, organization_ids=[row.receiver_id for row in late])
    return {
        row.pk: working_days_between(weeks[row.receiver_id], start=row.due_at, end=now)
        for row in late
        if row.receiver_id in weeks and row.due_at is not None
    }


def _line(row: Referral, person: str, organization: str, owner: AwayLine | None, days_past: int) -> WorkLine:
    step, now = NextStep(row.next_step), clock.now()
    next_at = row.next_at or now
    return WorkLine(
        referral_id=row.id,
        turn=_turn(row, step, now),
        sentence=next_sentence(step, person=person, organization=organization),
        step=step,
        step_words=step_words(step),
        next_at=next_at,
        due_at=row.due_at if row.status == ReferralStatus.ASKED.value else None,
        days_past=days_past,
        is_today=localdate(next_at) <= localdate(now),
        was_guessed=row.guessed_at is not None and step is NextStep.PHONE_THEM,
        owner=owner,
    )


def _turn(row: Referral, step: NextStep, now: datetime) -> Turn:
    if row.status == ReferralStatus.ASKED.value and is_past(row.due_at, now):
        return Turn.PAST
    if step is NextStep.WAIT_TO_MEET and is_past(row.next_at, now):
        return Turn.PAST
    if step is NextStep.ASK_PERSON:
        return Turn.CONFIRM
    return Turn.WAITING if step in WAITING_STEPS else Turn.MINE
