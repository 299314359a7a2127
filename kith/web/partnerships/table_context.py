"""What a partnership's page shows, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _

from kith.core import clock
from kith.partnerships.goal_words import STATE_WORDS
from kith.partnerships.level_words import SUGGESTIONS, is_only_individual
from kith.partnerships.practice_words import MISSING_WORDS
from kith.partnerships.queries.agreements_list import AgreementLine
from kith.partnerships.queries.meeting_rhythm import meeting_rhythm
from kith.partnerships.queries.missing_from_table import missing_from_table
from kith.partnerships.queries.partnership_page import PartnershipPage, SeatLine
from kith.partnerships.queries.shared_goals import GoalLine, shared_goals
from kith.partnerships.queries.table_actions import ActionLine, table_actions
from kith.partnerships.queries.table_agreements import table_agreements
from kith.partnerships.queries.table_meetings import MeetingLine, table_meetings
from kith.partnerships.table_terms import LEVEL_WORDS, GoalState
from kith.partnerships.terms import ROLE_WORDS, STANDING_WORDS
from kith.web.partnerships.practice_rows import address_of_draft, practice_rows
from kith.web.partnerships.roles import MAKERS
from kith.web.partnerships.table_time import local_time
from kith.web.request import KithRequest

Words = str | LazyText


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat with what it does in words."""

    line: SeatLine
    roles: list[Words]


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A level in words, and what could be done there."""

    title: Words
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal with its level and state in words."""

    line: GoalLine
    level: Words
    state: Words
    is_open: bool


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting at the hour of the table; `is_past`: it has begun."""

    line: MeetingLine
    at: datetime
    is_past: bool


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A kind of organisation in words, and some of the directory."""

    words: Words
    examples: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One thing to do; `is_past`: its day has gone by."""

    line: ActionLine
    is_past: bool


def context_of(request: KithRequest, page: PartnershipPage) -> dict[str, object]:
    """All parts of the page."""
    goals = shared_goals(request.viewer, partnership_id=page.id)
    found = table_meetings(request.viewer, partnership_id=page.id)
    return {
        "page": page,
        "seats": [SeatRow(line, [ROLE_WORDS[role] for role in line.roles]) for line in page.seats],
        "is_known": any(line.people for line in page.seats),
        "levels": [LEVEL_WORDS[level] for level in page.levels],
        "suggestions": _suggestions(page, goals),
        "goals": [_goal(line) for line in goals],
        "planned": sorted(
            (_meeting(line, page.timezone) for line in found.planned), key=lambda row: row.is_past
        ),
        "held": [_meeting(line, page.timezone) for line in found.held],
        "rhythm": meeting_rhythm(request.viewer, partnership_id=page.id),
        "agreements": _agreements(request, page.id),
        "practices": practice_rows(request, page),
        "missing": [
            MissingRow(MISSING_WORDS[line.kind], line.examples)
            for line in missing_from_table(request.viewer, partnership_id=page.id)
        ],
        "draft_url": address_of_draft(page.id) if request.viewer.has(*MAKERS) else "",
        "actions": _actions(request, page.id, clock.today(page.timezone)),
    }


def _agreements(request: KithRequest, partnership_id: UUID) -> list[tuple[AgreementLine, Words]]:
    found = table_agreements(request.viewer, partnership_id=partnership_id)
    return [(line, STANDING_WORDS[line.standing]) for line in found]


def _suggestions(page: PartnershipPage, goals: Sequence[GoalLine]) -> list[SuggestionRow]:
    """What could be done around the person, where nothing is and nothing is wanted."""
    wanted = {goal.level for goal in goals if goal.state is GoalState.OPEN}
    if not is_only_individual({*page.levels, *wanted}):
        return []
    return [SuggestionRow(LEVEL_WORDS[one.level], one.lines) for one in SUGGESTIONS]


def _goal(line: GoalLine) -> GoalRow:
    is_open = line.state is GoalState.OPEN
    return GoalRow(line, LEVEL_WORDS[line.level], STATE_WORDS[line.state], is_open)


def _meeting(line: MeetingLine, timezone: str) -> MeetingRow:
    return MeetingRow(line, local_time(line.starts_at, timezone), line.starts_at <= clock.now())


def _actions(request: KithRequest, partnership_id: UUID, today: date) -> list[tuple[str, list[ActionRow]]]:
    """What we owe them, then what they owe us."""
    found = table_actions(request.viewer, partnership_id=partnership_id)
    return [
        (_("By us"), [ActionRow(line, line.due_on < today) for line in found.ours]),
        (_("By the others"), [ActionRow(line, line.due_on < today) for line in found.theirs]),
    ]
