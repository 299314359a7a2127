"""How the states of shared goals, and what is held together, are said."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.partnerships.table_terms import GoalState, JointKind

STATE_WORDS: dict[GoalState, str | Promise] = {
    GoalState.OPEN: _("We work on it"),
    GoalState.REACHED: _("Reached"),
    GoalState.CHANGED: _("Changed: another one stands in its place"),
    GoalState.LET_GO: _("Let go"),
}
JOINT_WORDS: dict[JointKind, str | Promise] = {
    JointKind.TRAINING: _("A training"),
    JointKind.REVIEW: _("A review of how we work together"),
}
