"""Closed lists and spans of the accounts room."""

from datetime import timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.core.viewer import Role

INVITATION_DAYS = 7
LONGEST_ABSENCE_DAYS = 366
HELPS_PEOPLE = frozenset({Role.NAVIGATOR, Role.CLINICIAN})
LAST_SEEN_EVERY = timedelta(minutes=1)

ROLE_WORDS: dict[Role, str | Promise] = {
    Role.NAVIGATOR: _("Navigator"),
    Role.CLINICIAN: _("Clinician"),
    Role.PARTNERSHIP_MANAGER: _("Partnership manager"),
    Role.COORDINATOR: _("Coordinator"),
    Role.CURATOR: _("Directory curator"),
    Role.EVALUATOR: _("Evaluator"),
    Role.PRIVACY_OFFICER: _("Privacy officer"),
    Role.ADMIN: _("Admin"),
}


class May(StrEnum):
    """What a policy of this room may allow."""

    READ = "read"
    CHANGE = "change"
    MANAGE = "manage"
    NOTICE = "notice"


class SignInChange(StrEnum):
    """What about a user's sign-in was changed."""

    CHANGED = "changed"
    RECOVERED = "recovered"
    CODES_ON = "codes_on"
    CODES_OFF = "codes_off"
    RECOVERY_CODES_MADE = "recovery_codes_made"


class InvitationState(StrEnum):
    """Where an invitation stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class AbsenceState(StrEnum):
    """Where an absence stands on one day."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"
