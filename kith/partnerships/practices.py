"""What can be shown of each of the five practices, and what to do next: from dates alone. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from kith.partnerships.table_days import months_later
from kith.partnerships.table_terms import NextStep, Practice, PracticeState

USUAL = timedelta(days=92)
YEAR = timedelta(days=366)
ENDS_SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeLine:
    """One practice: the day of the last evidence, and the next step, about what, and by when if known."""

    practice: Practice
    state: PracticeState
    last_on: date | None
    next_step: NextStep
    due_on: date | None
    about: UUID | None


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that there is, and its day."""

    id: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """When partners met last, what is planned, and how often they agreed to."""

    last_on: date | None
    to_note: Dated | None
    planned: Dated | None
    every_weeks: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """The agreement in force that ends first (`id` none: there is none), or one that waits."""

    in_force: Dated | None
    ends_on: date | None
    review_on: date | None
    waiting: UUID | None


def communication(found: Meetings, *, today: date) -> PracticeLine:
    """Partners meet as often as they agreed; without a rhythm, once in three months."""
    within = timedelta(weeks=found.every_weeks) if found.every_weeks else USUAL
    state = _state(found.last_on, within, today)
    line = _line(Practice.COMMUNICATION, state, found.last_on, NextStep.PLAN_MEETING)
    if found.to_note is not None:
        return _next(line, NextStep.NOTE_MEETING, found.to_note)
    if found.planned is not None:
        return _next(line, NextStep.MEET, found.planned)
    if found.last_on is None or found.every_weeks is None:
        return line
    return replace(line, due_on=found.last_on + within)


def formal_agreement(found: Agreed, *, today: date) -> PracticeLine:
    """Something is in force, and does not run out within 90 days."""
    if found.in_force is None:
        step = NextStep.LOOK_AT_AGREEMENT if found.waiting else NextStep.DRAFT_AGREEMENT
        line = _line(Practice.AGREEMENT, PracticeState.NOT_YET, None, step)
        return replace(line, about=found.waiting)
    is_ending = found.ends_on is not None and found.ends_on <= today + ENDS_SOON
    state = PracticeState.DUE if is_ending else PracticeState.KEPT
    next_days = [day for day in (found.review_on, found.ends_on) if day is not None and day >= today]
    line = _line(Practice.AGREEMENT, state, found.in_force.on, NextStep.LOOK_AT_AGREEMENT)
    return replace(line, due_on=min(next_days, default=None), about=found.in_force.id)


def joint_training(held: Sequence[date], pledged: Sequence[date], *, today: date) -> PracticeLine:
    """What was pledged was held, each by its day; without a pledge, one training in a year."""
    last_on = max(held, default=None)
    due_on = next(iter(sorted(pledged)[len(held) :]), None)
    state = _state(last_on, YEAR, today)
    if due_on is not None and due_on < today:
        state = PracticeState.DUE
    return replace(_line(Practice.TRAINING, state, last_on, NextStep.NOTE_TRAINING), due_on=due_on)


def shared_goals_looked_at(
    looked_on: Sequence[date | None], *, planned: Dated | None, today: date
) -> PracticeLine:
    """Each open goal was looked at within three months; `looked_on` has one entry for each."""
    if not looked_on:
        return _line(Practice.GOALS, PracticeState.NOT_YET, None, NextStep.SET_GOAL)
    known = [day for day in looked_on if day is not None]
    last_on = min(known, default=None)
    is_whole = len(known) == len(looked_on)
    state = _state(last_on, USUAL, today) if is_whole else PracticeState.DUE
    line = _line(Practice.GOALS, state, last_on, NextStep.LOOK_AT_GOALS)
    return _next(line, NextStep.LOOK_AT_GOALS, planned) if planned else line


def regular_evaluation(
    last_on: date | None, *, begun_on: date | None, every_months: int | None, today: date
) -> PracticeLine:
    """Looked at as often as agreed, first from `begun_on`; without a cycle, once in a year."""
    from_on = last_on or begun_on
    due_on = months_later(from_on, every_months) if from_on and every_months else None
    if due_on is not None and due_on < today:
        state = PracticeState.DUE
    elif due_on is not None:
        state = PracticeState.KEPT if last_on else PracticeState.NOT_YET
    else:
        state = _state(last_on, YEAR, today)
    return replace(_line(Practice.EVALUATION, state, last_on, NextStep.NOTE_REVIEW), due_on=due_on)


def _state(last_on: date | None, within: timedelta, today: date) -> PracticeState:
    if last_on is None:
        return PracticeState.NOT_YET
    return PracticeState.KEPT if today <= last_on + within else PracticeState.DUE


def _line(practice: Practice, state: PracticeState, last_on: date | None, step: NextStep) -> PracticeLine:
    return PracticeLine(
        practice=practice, state=state, last_on=last_on, next_step=step, due_on=None, about=None
    )


def _next(line: PracticeLine, step: NextStep, found: Dated) -> PracticeLine:
    return replace(line, next_step=step, due_on=found.on, about=found.id)
