"""The words of a partnership: closed lists of its levels, goals and what is done together."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class EcologicalLevel(StrEnum):
    """Where in the nested systems around a person a partnership works."""

    INDIVIDUAL = "individual"
    RELATIONSHIPS = "relationships"
    ORGANISATIONS = "organisations"
    COMMUNITY = "community"
    SOCIETY = "society"


class GoalState(StrEnum):
    """Where a shared goal stands."""

    OPEN = "open"
    REACHED = "reached"
    CHANGED = "changed"
    LET_GO = "let_go"


class JointKind(StrEnum):
    """What partners did together."""

    TRAINING = "training"
    REVIEW = "review"


class TableKind(StrEnum):
    """Who may be missing from a table."""

    HOUSING = "housing"
    EMPLOYMENT = "employment"
    SCHOOL = "school"
    FAITH = "faith"
    LEGAL = "legal"
    HEALTH = "health"
    PEER = "peer"
    POLICE_CRISIS = "police_crisis"
    FUNDER = "funder"
    COMMUNITY_SEAT = "community_seat"


class Practice(StrEnum):
    """What keeps a partnership well: five habits, none of them a score."""

    COMMUNICATION = "communication"
    AGREEMENT = "agreement"
    TRAINING = "training"
    GOALS = "goals"
    EVALUATION = "evaluation"


class PracticeState(StrEnum):
    """What can be shown of a practice today."""

    KEPT = "kept"
    DUE = "due"
    NOT_YET = "not_yet"


class NextStep(StrEnum):
    """What to do next for a practice."""

    MEET = "meet"
    NOTE_MEETING = "note_meeting"
    PLAN_MEETING = "plan_meeting"
    DRAFT_AGREEMENT = "draft_agreement"
    LOOK_AT_AGREEMENT = "look_at_agreement"
    NOTE_TRAINING = "note_training"
    SET_GOAL = "set_goal"
    LOOK_AT_GOALS = "look_at_goals"
    NOTE_REVIEW = "note_review"


LEVEL_WORDS: dict[EcologicalLevel, str | Promise] = {
    EcologicalLevel.INDIVIDUAL: _("The person"),
    EcologicalLevel.RELATIONSHIPS: _("Family and friends"),
    EcologicalLevel.ORGANISATIONS: _("Organisations, schools and work"),
    EcologicalLevel.COMMUNITY: _("The neighbourhood"),
    EcologicalLevel.SOCIETY: _("Rules, money and attitudes in society"),
}
