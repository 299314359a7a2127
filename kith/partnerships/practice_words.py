"""How the five practices, their next steps, and who is missing are said."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.partnerships.table_terms import NextStep, Practice, PracticeState, TableKind

PRACTICE_WORDS: dict[Practice, str | Promise] = {
    Practice.COMMUNICATION: _("Clear communication"),
    Practice.AGREEMENT: _("Formal agreement"),
    Practice.TRAINING: _("Joint training"),
    Practice.GOALS: _("Shared goals"),
    Practice.EVALUATION: _("Regular evaluation"),
}
FOUND_WORDS: dict[tuple[Practice, PracticeState], str | Promise] = {
    (Practice.COMMUNICATION, PracticeState.KEPT): _("We met in time: as agreed, or within three months."),
    (Practice.COMMUNICATION, PracticeState.DUE): _(
        "We last met longer ago than agreed, or than three months."
    ),
    (Practice.COMMUNICATION, PracticeState.NOT_YET): _("We have not met yet."),
    (Practice.AGREEMENT, PracticeState.KEPT): _("An agreement is in force."),
    (Practice.AGREEMENT, PracticeState.DUE): _("An agreement is in force, but ends within 90 days."),
    (Practice.AGREEMENT, PracticeState.NOT_YET): _("No agreement of this table is in force."),
    (Practice.TRAINING, PracticeState.KEPT): _("We trained each other."),
    (Practice.TRAINING, PracticeState.DUE): _("A training is due."),
    (Practice.TRAINING, PracticeState.NOT_YET): _("No joint training was held yet."),
    (Practice.GOALS, PracticeState.KEPT): _("We looked at each goal within three months."),
    (Practice.GOALS, PracticeState.DUE): _("There are goals that we have not looked at for a while."),
    (Practice.GOALS, PracticeState.NOT_YET): _("No goal is open."),
    (Practice.EVALUATION, PracticeState.KEPT): _("We looked together at how we work."),
    (Practice.EVALUATION, PracticeState.DUE): _("It is time to look together at how we work."),
    (Practice.EVALUATION, PracticeState.NOT_YET): _("We have not looked yet at how we work together."),
}
STEP_WORDS: dict[NextStep, str | Promise] = {
    NextStep.MEET: _("Meet"),
    NextStep.NOTE_MEETING: _("Note what came of the meeting"),
    NextStep.PLAN_MEETING: _("Plan a meeting"),
    NextStep.DRAFT_AGREEMENT: _("Draft an agreement"),
    NextStep.LOOK_AT_AGREEMENT: _("Look at the agreement"),
    NextStep.NOTE_TRAINING: _("Hold a training, and note it"),
    NextStep.SET_GOAL: _("Write down a goal"),
    NextStep.LOOK_AT_GOALS: _("Look at the goals when you meet"),
    NextStep.NOTE_REVIEW: _("Ask each other how it goes, and note it"),
}
MISSING_WORDS: dict[TableKind, str | Promise] = {
    TableKind.HOUSING: _("Somebody who has homes"),
    TableKind.EMPLOYMENT: _("Somebody who helps into work"),
    TableKind.SCHOOL: _("A school, or who teaches adults"),
    TableKind.FAITH: _("A mosque, church or other house of faith"),
    TableKind.LEGAL: _("Somebody who knows the law"),
    TableKind.HEALTH: _("A doctor’s practice or clinic"),
    TableKind.PEER: _("People who have been there themselves"),
    TableKind.POLICE_CRISIS: _("Who comes in a crisis"),
    TableKind.FUNDER: _("Somebody who pays"),
    TableKind.COMMUNITY_SEAT: _("Somebody who speaks for the community"),
}
