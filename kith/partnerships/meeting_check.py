"""What is said of a meeting and of what came of it, read and checked once for all actions."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.partnerships.clauses.meeting import MOST_MINUTES
from kith.partnerships.table_errors import BadActionItem, BadMeeting, BadNote

LEAST_MINUTES = 5
LONGEST_PLACE = 200
LONGEST_POINT = 200
LONGEST_DECISION = 500
LONGEST_ACTION = 300
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """When and where a meeting is to be, for how many minutes, and what about."""

    starts_at: datetime
    minutes: int
    place: str
    agenda: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do, the one organisation that does it, and the one day by which."""

    words: str
    organization_id: UUID
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a meeting: who came, what was decided, what is to be done, which goals were looked at."""

    came: frozenset[UUID]
    decisions: tuple[str, ...]
    to_do: tuple[ToDo, ...]
    goal_ids: frozenset[UUID]


def checked_plan(plan: MeetingPlan, *, now: datetime) -> MeetingPlan:
    """The same without blanks around. Raises BadMeeting, naming the field."""
    agenda = lines_of(plan.agenda)
    if plan.starts_at <= now:
        raise BadMeeting(field="starts_at")
    if not LEAST_MINUTES <= plan.minutes <= MOST_MINUTES:
        raise BadMeeting(field="minutes")
    if len(plan.place.strip()) > LONGEST_PLACE:
        raise BadMeeting(field="place")
    if len(agenda) > MOST_LINES or any(len(line) > LONGEST_POINT for line in agenda):
        raise BadMeeting(field="agenda")
    return MeetingPlan(plan.starts_at, plan.minutes, plan.place.strip(), agenda)


def checked_outcome(said: Outcome, *, seated: Collection[UUID], from_on: date) -> Outcome:
    """The same without blanks around. Raises BadNote or BadActionItem.

    `seated` are those who sit at the table; nothing is to be done before `from_on`.
    """
    decisions = lines_of(said.decisions)
    if not said.came or not said.came <= set(seated):
        raise BadNote(field="came")
    if len(decisions) > MOST_LINES or any(len(line) > LONGEST_DECISION for line in decisions):
        raise BadNote(field="decisions")
    return Outcome(
        came=said.came,
        decisions=decisions,
        to_do=tuple(_checked_to_do(one, seated, from_on) for one in _at_most(said.to_do)),
        goal_ids=said.goal_ids,
    )


def lines_of(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that say something, without blanks around."""
    return tuple(line.strip() for line in lines if line.strip())


def _at_most(to_do: Sequence[ToDo]) -> Sequence[ToDo]:
    if len(to_do) > MOST_LINES:
        raise BadActionItem
    return to_do


def _checked_to_do(one: ToDo, seated: Collection[UUID], from_on: date) -> ToDo:
    words = one.words.strip()
    if not words or len(words) > LONGEST_ACTION:
        raise BadActionItem
    if one.organization_id not in seated or one.due_on < from_on:
        raise BadActionItem
    return ToDo(words, one.organization_id, one.due_on)
