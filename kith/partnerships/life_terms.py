"""The words of an agreement as it lives: why it rests, what was noted, how a change for a while stands."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.partnerships.terms import VariationReason, VariationStatus


class LifeStep(StrEnum):
    """What was done with an agreement, in words that are kept beside it."""

    SUSPENDED = "suspended"
    RESUMED = "resumed"
    REVIEWED = "reviewed"


class SuspendReason(StrEnum):
    """Why a party wants an agreement to rest."""

    TOO_FEW_PEOPLE = "too_few_people"
    MONEY = "money"
    NO_ROOM = "no_room"
    NEW_RULES = "new_rules"
    TALK_FIRST = "talk_first"
    OTHER = "other"


SUSPEND_WORDS: dict[SuspendReason, str | Promise] = {
    SuspendReason.TOO_FEW_PEOPLE: _("There are too few people to do the work"),
    SuspendReason.MONEY: _("The money is not there"),
    SuspendReason.NO_ROOM: _("The place cannot be used"),
    SuspendReason.NEW_RULES: _("The rules or the law have changed"),
    SuspendReason.TALK_FIRST: _("We need to talk first"),
    SuspendReason.OTHER: _("Something else"),
}

STEP_WORDS: dict[LifeStep, str | Promise] = {
    LifeStep.SUSPENDED: _("Suspended"),
    LifeStep.RESUMED: _("In force again"),
    LifeStep.REVIEWED: _("Looked at together"),
}

VARY_WORDS: dict[VariationReason, str | Promise] = {
    VariationReason.STAFF_AWAY: _("People are away"),
    VariationReason.MORE_PEOPLE: _("More people come than we thought"),
    VariationReason.MONEY_LATE: _("The money comes late"),
    VariationReason.NO_ROOM: _("The place cannot be used"),
    VariationReason.HOLY_DAYS: _("Holy days"),
    VariationReason.OTHER_NEED: _("People need something else"),
    VariationReason.OTHER: _("Something else"),
}

VARIATION_WORDS: dict[VariationStatus, str | Promise] = {
    VariationStatus.ASKED: _("Asked, waits for an answer"),
    VariationStatus.AGREED: _("Agreed"),
    VariationStatus.NOT_AGREED: _("Not agreed"),
    VariationStatus.TAKEN_BACK: _("Taken back"),
}
