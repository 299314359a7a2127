"""Closed lists of the care room, with the standards' own codes where they have one."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class NeedDomain(StrEnum):
    """What a need is about; values are Gravity SDOH categories where one exists (FHIR SDOHCC 3.0.0)."""

    COMPANY = "social-connection"
    HOUSING = "housing-instability"
    HOMELESSNESS = "homelessness"
    FOOD = "food-insecurity"
    MONEY = "financial-insecurity"
    WORK = "employment-status"
    LEARNING = "educational-attainment"
    TRANSPORT = "transportation-insecurity"
    LEGAL = "legal-help"
    FAMILY = "family-support"
    SAFETY = "safety"
    HEALTH = "health-care"
    TALKING = "talking-help"
    PEER = "peer-support"
    FAITH = "faith-and-meaning"


DOMAIN_WORDS = {
    NeedDomain.COMPANY: _("Company"),
    NeedDomain.HOUSING: _("Somewhere to live"),
    NeedDomain.HOMELESSNESS: _("Nowhere to sleep"),
    NeedDomain.FOOD: _("Food"),
    NeedDomain.MONEY: _("Money and debt"),
    NeedDomain.WORK: _("Work and training"),
    NeedDomain.LEARNING: _("Learning"),
    NeedDomain.TRANSPORT: _("Getting there"),
    NeedDomain.LEGAL: _("Help with the law or forms"),
    NeedDomain.FAMILY: _("Family"),
    NeedDomain.SAFETY: _("Being safe"),
    NeedDomain.HEALTH: _("Health care"),
    NeedDomain.TALKING: _("Someone to talk to"),
    NeedDomain.PEER: _("People who have been there"),
    NeedDomain.FAITH: _("Faith and meaning"),
}


class Level(StrEnum):
    """Where a need lies in the nested systems around a person (ecological framework)."""

    MICRO = "micro"
    MESO = "meso"
    MACRO = "macro"


LEVEL_WORDS = {
    Level.MICRO: _("The person and those close to them"),
    Level.MESO: _("The neighbourhood and its organisations"),
    Level.MACRO: _("Rules, money and attitudes in society"),
}


class NeedStatus(StrEnum):
    """Whether help is still being looked for."""

    OPEN = "open"
    MET = "met"
    CLOSED = "closed"


class ReferralStatus(StrEnum):
    """Where a referral stands; docs/words.md gives the FHIR Task status of each."""

    DRAFT = "draft"
    ASKED = "asked"
    ACCEPTED = "accepted"
    NAMED = "named"
    COMPLETED = "completed"
    DECLINED = "declined"
    NOT_REACHED = "not_reached"
    WITHDRAWN = "withdrawn"


STATUS_WORDS = {
    ReferralStatus.DRAFT: _("Being prepared"),
    ReferralStatus.ASKED: _("Asked, no name given"),
    ReferralStatus.ACCEPTED: _("They said yes, no name given yet"),
    ReferralStatus.NAMED: _("They know the name"),
    ReferralStatus.COMPLETED: _("Finished"),
    ReferralStatus.DECLINED: _("They could not take it now"),
    ReferralStatus.NOT_REACHED: _("They could not be reached"),
    ReferralStatus.WITHDRAWN: _("Stopped"),
}


class NextStep(StrEnum):
    """The one thing to do next; each open referral has exactly one."""

    READ_AND_ASK = "read_and_ask"
    CONTACT_PERSON = "contact_person"
    WAIT_FOR_ANSWER = "wait_for_answer"
    PHONE_THEM = "phone_them"
    CHOOSE = "choose"
    PREPARE_CONTACT = "prepare_contact"
    WAIT_TO_MEET = "wait_to_meet"
    ASK_PERSON = "ask_person"
    FINISH = "finish"
    FIND_ANOTHER = "find_another"
    NOTHING = "nothing"


WAITING_STEPS = frozenset({NextStep.WAIT_FOR_ANSWER, NextStep.WAIT_TO_MEET})


class AnswerKind(StrEnum):
    """What a partner says to an ask."""

    YES = "yes"
    NOT_NOW = "not_now"
    PHONE_ME = "phone_me"


class NotNowReason(StrEnum):
    """Why a partner cannot take someone now."""

    FULL = "full"
    NOT_FOR_US = "not_for_us"
    CLOSED_UNTIL = "closed_until"


NOT_NOW_WORDS = {
    NotNowReason.FULL: _("They are full"),
    NotNowReason.NOT_FOR_US: _("It is not right for them"),
    NotNowReason.CLOSED_UNTIL: _("They are closed for now"),
}


class ToldVia(StrEnum):
    """How we know; this is also the grade of the evidence."""

    LINK = "link"
    SIGNED_IN = "signed_in"
    PHONE = "phone"
    PORTAL = "portal"
    WITH_WORKER = "with_worker"


VIA_WORDS = {
    ToldVia.LINK: _("by their answer link"),
    ToldVia.SIGNED_IN: _("signed in"),
    ToldVia.PHONE: _("told by phone"),
    ToldVia.PORTAL: _("on their own page"),
    ToldVia.WITH_WORKER: _("told to a worker"),
}


class WhatHappened(StrEnum):
    """What the service says came of it."""

    MET = "met"
    NOT_YET = "not_yet"
    NOT_REACHED = "not_reached"


HAPPENED_WORDS = {
    WhatHappened.MET: _("They met"),
    WhatHappened.NOT_YET: _("Not yet, still planned"),
    WhatHappened.NOT_REACHED: _("They could not reach the person"),
}


class Helped(StrEnum):
    """The person's own word. NOT_ASKED is never counted as a failure."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    RATHER_NOT_SAY = "rather_not_say"
    NOT_ASKED = "not_asked"


HELPED_WORDS = {
    Helped.YES: _("It helped"),
    Helped.PARTLY: _("It helped a little"),
    Helped.NO: _("It did not help"),
    Helped.RATHER_NOT_SAY: _("Would rather not say"),
    Helped.NOT_ASKED: _("Could not be asked safely"),
}


class Disposition(StrEnum):
    """The coded ending (glossary: Disposition)."""

    SERVED = "served"
    DECLINED_CAPACITY = "declined_capacity"
    DECLINED_INELIGIBLE = "declined_ineligible"
    NOT_REACHED = "not_reached"
    WITHDREW = "withdrew"
    OTHER_ROUTE = "other_route"
