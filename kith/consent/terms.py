"""Closed lists of the consent room: what may be told, why, and how a yes was given."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    """What kind of thing about a person a piece of information is."""

    NEED = "need"
    LANGUAGE = "language"
    ROUGH_AREA = "rough_area"
    TIMES = "times"
    ACCESS = "access"
    NAME = "name"
    CONTACT = "contact"
    ADDRESS = "address"
    HEALTH_NOTES = "health_notes"
    FAMILY = "family"
    OTHER_NEEDS = "other_needs"


ASK_KINDS = frozenset({Kind.NEED, Kind.LANGUAGE, Kind.ROUGH_AREA, Kind.TIMES, Kind.ACCESS})
NAME_KINDS = frozenset({Kind.NAME, Kind.CONTACT})
STAYS = frozenset(Kind) - ASK_KINDS - NAME_KINDS

KIND_WORDS: Mapping[Kind, Promise] = {
    Kind.NEED: _("need"),
    Kind.LANGUAGE: _("language"),
    Kind.ROUGH_AREA: _("rough area"),
    Kind.TIMES: _("times"),
    Kind.ACCESS: _("access"),
    Kind.NAME: _("name"),
    Kind.CONTACT: _("safe contact"),
    Kind.ADDRESS: _("address"),
    Kind.HEALTH_NOTES: _("health notes"),
    Kind.FAMILY: _("family members"),
    Kind.OTHER_NEEDS: _("other needs"),
}


class SharePurpose(StrEnum):
    """What telling a partner is for."""

    ARRANGE_HELP = "arrange_help"


class Stage(StrEnum):
    """Ask first, name later."""

    ASK = "ask"
    NAME = "name"


class GivenHow(StrEnum):
    """How the person said yes."""

    ON_SCREEN_WITH_WORKER = "on_screen_with_worker"
    ON_SCREEN_WITH_INTERPRETER = "on_screen_with_interpreter"
    BY_THE_PERSON = "by_the_person"


class ConsentState(StrEnum):
    """Where a consent stands at one moment. Only LIVE lets anything leave."""

    LIVE = "live"
    NONE = "none"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"
    DEFICIENT = "deficient"


class Outcome(StrEnum):
    """The four answers of the law."""

    PERMIT = "permit"
    PERMIT_WITH_DUTIES = "permit_with_duties"
    NEEDS_CONSENT = "needs_consent"
    FORBID = "forbid"


class Missing(StrEnum):
    """What a consent lacks."""

    LIVE_CONSENT = "live_consent"
    RECIPIENT = "recipient"
    CONTACT = "contact"
    PURPOSE = "purpose"


class Duty(StrEnum):
    """What must be done with the information when it leaves."""

    ONLY_THE_NAMED_CONTACT = "only_the_named_contact"
    SHOW_HOW_TO_REACH = "show_how_to_reach"
    SAY_NO_FURTHER_USE = "say_no_further_use"


class LegalStatus(StrEnum):
    """What the law calls an organisation that holds records. Most need a law pack of their own."""

    ORDINARY = "ordinary"
    COVERED_ENTITY = "covered_entity"
    PART2_PROGRAM = "part2_program"
    VICTIM_SERVICE = "victim_service"
    SCHOOL = "school"


class PackStatus(StrEnum):
    """Where the adoption of a law pack stands at one moment."""

    ADOPTED = "adopted"
    EXPIRED = "expired"
    MISSING = "missing"
