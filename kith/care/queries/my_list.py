"""A worker's list: whose turn it is, one date and one step each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.utils.timezone import localdate

from kith.care.models import Referral
from kith.care.policies.referral import OPEN, May, referrals
from kith.care.terms import WAITING_STEPS, NextStep, ReferralStatus
from kith.care.wording import is_past, next_sentence, step_words
from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
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

    `was_guessed`: the page with the name was closed because a wrong code was tried too often.
    """

    referral_id: UUID
    turn: Turn
    sentence: str
    step: NextStep
    step_words: str
    next_at: datetime
    due_at: datetime | None
    is_today: bool
    was_guessed: bool


@dataclass(frozen=True, slots=True)
class MyList:
    """The four groups, each with the earliest date first."""

    mine: list[WorkLine]
    waiting: list[WorkLine]
    past: list[WorkLine]
    confirm: list[WorkLine]
    total: int


def my_list(viewer: Viewer) -> MyList:
    """The viewer's own open referrals, at most 200, in three statements; earliest date first."""
    mine = referrals(viewer, May.CLOSE).filter(owner_id=viewer.user_id, status__in=OPEN)
    rows = list(mine.order_by("next_at", "pk")[:LONGEST])
    labels = person_labels(viewer, person_ids=[row.person_id for row in rows])
    names = organization_names(viewer, organization_ids=[row.receiver_id for row in rows])
    now = clock.now()
    lines = [_line(row, labels.get(row.person_id, ""), names.get(row.receiver_id, ""), now) for row in rows]
    return MyList(
        mine=[line for line in lines if line.turn is Turn.MINE],
        waiting=[line for line in lines if line.turn is Turn.WAITING],
        past=[line for line in lines if line.turn is Turn.PAST],
        confirm=[line for line in lines if line.turn is Turn.CONFIRM],
        total=len(lines),
    )


def _line(row: Referral, person: str, organization: str, now: datetime) -> WorkLine:
    step = NextStep(row.next_step)
    next_at = row.next_at or now
    return WorkLine(
        referral_id=row.id,
        turn=_turn(row, step, now),
        sentence=next_sentence(step, person=person, organization=organization),
        step=step,
        step_words=step_words(step),
        next_at=next_at,
        due_at=row.due_at if row.status == ReferralStatus.ASKED.value else None,
        is_today=localdate(next_at) <= localdate(now),
        was_guessed=row.guessed_at is not None and step is NextStep.PHONE_THEM,
    )


def _turn(row: Referral, step: NextStep, now: datetime) -> Turn:
    if row.status == ReferralStatus.ASKED.value and is_past(row.due_at, now):
        return Turn.PAST
    if step is NextStep.WAIT_TO_MEET and is_past(row.next_at, now):
        return Turn.PAST
    if step is NextStep.ASK_PERSON:
        return Turn.CONFIRM
    return Turn.WAITING if step in WAITING_STEPS else Turn.MINE
