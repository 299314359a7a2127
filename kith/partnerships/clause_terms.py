"""The words of the clauses: closed lists of what Kith keeps, and how each is said."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.consent.terms import Kind, SharePurpose


class ClauseKind(StrEnum):
    """The clauses that Kith keeps."""

    RESPONSE_PROMISE = "response_promise"
    FOLLOW_UP_PROMISE = "follow_up_promise"
    CAPACITY_PLEDGE = "capacity_pledge"
    DATA_SCOPE = "data_scope"
    REFERRAL_ROUTE = "referral_route"
    CONTRIBUTION = "contribution"
    MEETING_CADENCE = "meeting_cadence"
    TRAINING_PLEDGE = "training_pledge"
    PAYMENT = "payment"
    REPORTING_SCOPE = "reporting_scope"
    REVIEW_CYCLE = "review_cycle"


class Period(StrEnum):
    """How often."""

    WEEK = "week"
    MONTH = "month"


class Gift(StrEnum):
    """What is given in kind."""

    HOURS = "hours"
    ROOMS = "rooms"
    INTERPRETERS = "interpreters"
    MEALS = "meals"
    TRANSPORT = "transport"
    MATERIAL = "material"


class Currency(StrEnum):
    """ISO 4217, those with two decimals in which programmes of this kind are paid."""

    USD = "USD"
    GBP = "GBP"
    EUR = "EUR"
    CAD = "CAD"
    AUD = "AUD"
    NZD = "NZD"


class Measure(StrEnum):
    """What a report to a funder may count."""

    ASKED = "asked"
    TAKEN = "taken"
    IN_TIME = "in_time"
    HELPED = "helped"
    SESSIONS = "sessions"
    SPENT = "spent"


PERIOD_WORDS: dict[Period, str | Promise] = {
    Period.WEEK: _("each week"),
    Period.MONTH: _("each month"),
}

GIFT_WORDS: dict[Gift, str | Promise] = {
    Gift.HOURS: _("Hours of work"),
    Gift.ROOMS: _("Rooms"),
    Gift.INTERPRETERS: _("Hours of interpreters"),
    Gift.MEALS: _("Meals"),
    Gift.TRANSPORT: _("Rides"),
    Gift.MATERIAL: _("Material"),
}

MEASURE_WORDS: dict[Measure, str | Promise] = {
    Measure.ASKED: _("how many requests came"),
    Measure.TAKEN: _("how many were taken"),
    Measure.IN_TIME: _("how many were answered in time"),
    Measure.HELPED: _("how many people say it helped"),
    Measure.SESSIONS: _("how many meetings were held"),
    Measure.SPENT: _("how much was spent"),
}

PURPOSE_WORDS: dict[SharePurpose, str | Promise] = {SharePurpose.ARRANGE_HELP: _("to arrange help")}

CLAUSE_WORDS: dict[ClauseKind, str | Promise] = {
    ClauseKind.RESPONSE_PROMISE: _("Answers in time"),
    ClauseKind.FOLLOW_UP_PROMISE: _("Says how it goes"),
    ClauseKind.CAPACITY_PLEDGE: _("Keeps places free"),
    ClauseKind.DATA_SCOPE: _("What may be told"),
    ClauseKind.REFERRAL_ROUTE: _("Takes requests from"),
    ClauseKind.CONTRIBUTION: _("Gives in kind"),
    ClauseKind.MEETING_CADENCE: _("Meetings"),
    ClauseKind.TRAINING_PLEDGE: _("Gives training"),
    ClauseKind.PAYMENT: _("Payment"),
    ClauseKind.REPORTING_SCOPE: _("What a funder sees"),
    ClauseKind.REVIEW_CYCLE: _("Looking at it again"),
}

SCOPE_WORDS: dict[Kind, str | Promise] = {
    Kind.NEED: _("What the person needs, in a few words"),
    Kind.LANGUAGE: _("The languages they speak"),
    Kind.ROUGH_AREA: _("The part of town they live in"),
    Kind.TIMES: _("When they can come"),
    Kind.ACCESS: _("What they need to take part, such as a ramp or an interpreter"),
    Kind.NAME: _("Their name, after a yes"),
    Kind.CONTACT: _("How to reach them safely, after a yes"),
    Kind.ADDRESS: _("Their home address"),
    Kind.HEALTH_NOTES: _("Notes about their health"),
    Kind.FAMILY: _("Who belongs to their family"),
    Kind.OTHER_NEEDS: _("Their other needs"),
}
